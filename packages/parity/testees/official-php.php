<?php
// The official PHP sample as a testee (PROTOCOL.md), from the checkout of zego_server_assistant that
// ZEGO_SERVER_ASSISTANT names.
declare(strict_types=1);

$checkout = getenv('ZEGO_SERVER_ASSISTANT');
if (!$checkout) {
    fwrite(STDERR, "ZEGO_SERVER_ASSISTANT must name a checkout of zego_server_assistant\n");
    exit(2);
}
// A warning on stdout would be taken for an answer.
ini_set('display_errors', 'stderr');
foreach (['ZegoErrorCodes', 'ZegoAssistantToken', 'ZegoServerAssistant'] as $class) {
    require "$checkout/token/php/token04/src/ZEGO/$class.php";
}

const INPUT = ['mode', 'appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', 'payload'];

function describe(): array
{
    return [
        'protocol' => 1,
        'name' => 'official PHP sample',
        'language' => 'PHP',
        'version' => PHP_VERSION,
        'dialect' => 'php',
        'generate' => ['cbc'],
        'decode' => [],
        'verify' => [],
        'controls' => [],
    ];
}

function generate(array $request): array
{
    if ($request['mode'] !== 'cbc' || array_diff(array_keys($request), ['id', 'op', ...INPUT])) {
        return ['unsupported' => 'the sample makes CBC tokens, with no choice of clock, nonce and IV'];
    }
    [, $appId, $userId, $secret, $seconds, $payload] = array_map(fn($name) => $request[$name], INPUT);
    try {
        $made = ZEGO\ZegoServerAssistant::generateToken04($appId, $userId, $secret, $seconds, $payload);
    } catch (Throwable $crash) {
        return ['error' => ['code' => get_class($crash), 'message' => 'the sample threw an exception']];
    }
    if ($made->code !== ZEGO\ZegoErrorCodes::success) {
        return ['error' => ['code' => (string) $made->code, 'message' => 'refused']];
    }
    return ['ok' => ['token' => $made->token]];
}

// The runner's pipe is a socket to PHP, on which fgets would give up after a minute without a request.
stream_set_timeout(STDIN, -1);
while (($line = fgets(STDIN)) !== false) {
    $request = json_decode($line, true, 8);
    if (!is_array($request)) {
        // A lone surrogate: PHP reads nothing of the line.
        echo json_encode(['id' => null, 'unsupported' => json_last_error_msg()]), "\n";
        continue;
    }
    $answer = match ($request['op']) {
        'describe' => ['ok' => describe()],
        'generate' => generate($request),
        default => ['unsupported' => 'the sample makes tokens only'],
    };
    echo json_encode(['id' => $request['id']] + $answer, JSON_THROW_ON_ERROR), "\n";
}
