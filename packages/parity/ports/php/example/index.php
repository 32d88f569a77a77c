<?php

// GET /token?room=… gives the user who is logged in a token for one room. In Laravel the closure
// below is what goes into routes/web.php, behind the middleware `auth`.

declare(strict_types=1);

use Token04\Mode;
use Token04\Token04;
use Token04\Token04Error;

require __DIR__ . '/../Token04.php';

/** Put the login of your app here. This one knows the user `demo` with the password `demo`. */
function loggedInUser(): ?string
{
    $user = $_SERVER['PHP_AUTH_USER'] ?? '';
    $password = $_SERVER['PHP_AUTH_PW'] ?? '';
    return $user === 'demo' && $password === 'demo' ? $user : null;
}

/** @param array<string, mixed> $body */
function respond(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    echo json_encode($body, JSON_THROW_ON_ERROR);
}

$routes = [
    'GET /token' => function (string $userId): void {
        $room = $_GET['room'] ?? '';
        try {
            // Here your app decides whether this user may enter this room.
            $payload = Token04::roomPayload(is_string($room) ? $room : '');
            $token = Token04::generate(
                (int) getenv('ZEGO_APP_ID'),
                $userId,
                (string) getenv('ZEGO_SERVER_SECRET'),
                3600,
                $payload,
                Mode::Gcm,
            );
            respond(200, ['token' => $token]);
        } catch (Token04Error $error) {
            // Its message holds no secret, so it may be logged.
            error_log($error->getMessage());
            respond(400, ['error' => 'no token for this user and room']);
        }
    },
];

$userId = loggedInUser();
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$route = $routes["{$_SERVER['REQUEST_METHOD']} $path"] ?? null;
if ($userId === null) {
    header('WWW-Authenticate: Basic realm="demo"');
    respond(401, ['error' => 'log in first']);
} elseif ($route === null) {
    respond(404, ['error' => 'not found']);
} else {
    $route($userId);
}
