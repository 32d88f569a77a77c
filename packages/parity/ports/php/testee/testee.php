<?php

// Token04.php as a testee (PROTOCOL.md): a JSON request a line on stdin, an answer a line on stdout.
// `php testee.php bench N` measures instead: ns per token.

declare(strict_types=1);

use Token04\Claims;
use Token04\Mode;
use Token04\Service;
use Token04\Token04;
use Token04\Token04Error;

require __DIR__ . '/../Token04.php';

// Whatever PHP has to say goes to stderr, without the values of arguments.
ini_set('display_errors', 'stderr');
ini_set('zend.exception_ignore_args', '1');

const MODES = ['cbc', 'gcm'];
const CONTROLS = ['ctime', 'nonce', 'iv'];
const OPTIONS = ['clockToleranceInSeconds', 'service', 'serverSecrets'];
const REQUIRED = [
    'describe' => [],
    'generate' => ['mode', 'appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', 'payload'],
    'decode' => ['token', 'serverSecret'],
    'verify' => ['token', 'serverSecret', 'now'],
];
const OPTIONAL = [
    'generate' => CONTROLS,
    'verify' => ['appId', 'userId', 'modes', 'clockToleranceInSeconds', 'service'],
];

function answer(string $line): array
{
    $request = json_decode($line, true);
    if ($request === null) {
        // PHP reads no line with half of a surrogate pair in it; its id is known by its place.
        $id = preg_match('/^\{"id":(\d+),/', $line, $match) === 1 ? (int) $match[1] : null;
        return ['id' => $id] + refusal('Argument', 'the request is no JSON that PHP reads');
    }
    ['id' => $id, 'op' => $op] = $request;
    $fields = array_diff_key($request, ['id' => 0, 'op' => 0]);
    $known = [...REQUIRED[$op] ?? [], ...OPTIONAL[$op] ?? []];
    if (!isset(REQUIRED[$op]) || array_diff(array_keys($fields), $known) !== []) {
        return ['id' => $id, 'unsupported' => 'an unknown op, or unknown fields'];
    }
    if (array_diff(REQUIRED[$op], array_keys($fields)) !== []) {
        return ['id' => $id] + refusal('Argument', 'a field that is required is absent');
    }
    try {
        return ['id' => $id, 'ok' => $op($fields)];
    } catch (Token04Error $error) {
        return ['id' => $id] + refusal($error->kind->name, $error->getMessage());
    } catch (TypeError | ValueError) {
        return ['id' => $id] + refusal('Argument', 'a field is of a wrong type or value');
    }
}

function refusal(string $code, string $message): array
{
    return ['error' => ['code' => $code, 'message' => $message]];
}

function describe(): array
{
    return [
        'protocol' => 1,
        'name' => 'PHP port',
        'language' => 'PHP',
        'version' => 'PHP ' . PHP_VERSION . ', ' . OPENSSL_VERSION_TEXT,
        'dialect' => 'php',
        'generate' => MODES,
        'decode' => MODES,
        'verify' => MODES,
        'controls' => CONTROLS,
        'options' => OPTIONS,
    ];
}

function generate(array $fields): array
{
    $isChosen = array_intersect(CONTROLS, array_keys($fields)) !== [];
    $mode = Mode::from($fields['mode']);
    ['appId' => $appId, 'userId' => $userId, 'serverSecret' => $secret] = $fields;
    ['effectiveTimeInSeconds' => $seconds, 'payload' => $payload] = $fields;
    // The size is judged where the token is encoded: a drawn nonce may be longer than a chosen one.
    $token = Token04::generate($appId, $userId, $secret, $seconds, $isChosen ? '' : $payload, $mode);
    if ($isChosen) {
        $drawn = Token04::decode($token, $secret);
        $ctime = $fields['ctime'] ?? $drawn->claims->ctime;
        $nonce = $fields['nonce'] ?? $drawn->claims->nonce;
        $iv = isset($fields['iv']) ? hex2bin($fields['iv']) : $drawn->iv;
        $claims = new Claims($appId, $userId, $ctime, $ctime + $seconds, $nonce, $payload);
        $token = Token04::encodeForVectors($claims, $secret, $mode, $iv);
    }
    return ['token' => $token];
}

function decode(array $fields): array
{
    $decoded = Token04::decode($fields['token'], $fields['serverSecret']);
    return [
        'mode' => $decoded->mode->value,
        'claims' => $decoded->claims,
        'iv' => bin2hex($decoded->iv),
        'plaintext' => $decoded->plaintext,
    ];
}

function verify(array $fields): array
{
    ['token' => $token, 'serverSecret' => $secrets] = $fields;
    if (is_array($secrets) && !in_array('serverSecrets', OPTIONS, true)) {
        throw new TypeError();
    }
    $demands = array_diff_key($fields, ['token' => 0, 'serverSecret' => 0]);
    if (isset($demands['modes'])) {
        $demands['modes'] = array_map(Mode::from(...), $demands['modes']);
    }
    if (isset($demands['service'])) {
        $demands['service'] = Service::from($demands['service']);
    }
    return ['claims' => Token04::verify($token, $secrets, ...$demands)];
}

function bench(int $count): array
{
    $secret = 'fa94dd0f974cf2e293728a526b028271';
    $payload = Token04::roomPayload('demo');
    $measure = function (callable $run) use ($count): int {
        for ($i = 0; $i < $count / 10; $i++) {
            $run();
        }
        $start = hrtime(true);
        for ($i = 0; $i < $count; $i++) {
            $run();
        }
        return intdiv(hrtime(true) - $start, $count);
    };
    $figures = [];
    foreach (Mode::cases() as $mode) {
        $make = fn () => Token04::generate(1, 'demo', $secret, 3600, $payload, $mode);
        $token = $make();
        $figures['generate'][$mode->value] = $measure($make);
        $figures['verify'][$mode->value] = $measure(
            fn () => Token04::verify($token, $secret, modes: [$mode]),
        );
    }
    return $figures;
}

function put(array $line): void
{
    fwrite(STDOUT, json_encode($line, JSON_THROW_ON_ERROR) . "\n");
}

if (($argv[1] ?? '') === 'bench') {
    put(bench((int) $argv[2]));
    exit;
}
// The runner's pipe is a socket to PHP, on which fgets would give up after a minute without a request.
stream_set_timeout(STDIN, -1);
while (($line = fgets(STDIN)) !== false) {
    put(answer($line));
}
