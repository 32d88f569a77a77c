<?php

// Starts index.php on PORT, or on any free port, and says when it listens. By hand this does:
// php -S 127.0.0.1:8080 example/index.php

declare(strict_types=1);

$port = (int) getenv('PORT');
if ($port === 0) {
    $socket = stream_socket_server('tcp://127.0.0.1:0');
    $port = (int) substr(strrchr(stream_socket_get_name($socket, false), ':'), 1);
    fclose($socket);
}
// The parent becomes the server, so that whoever ends this process ends the server.
if (pcntl_fork() > 0) {
    pcntl_exec(PHP_BINARY, ['-S', "127.0.0.1:$port", __DIR__ . '/index.php']);
}
for ($i = 0; $i < 200; $i++) {
    if (@fsockopen('127.0.0.1', $port) !== false) {
        echo "listening on http://127.0.0.1:$port\n";
        exit;
    }
    usleep(50_000);
}
exit(1);
