<?php

// Token04.php as a testee (PROTOCOL.md): a JSON request a line on stdin, an answer a line on stdout.

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
const FIELDS = [
    'describe' => [],
    'generate' => [
        'mode', 'appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', 'payload', ...CONTROLS,
    ],
    'decode' => ['token', 'serverSecret'],
    'verify' => [
        'token', 'serverSecret', 'now', 'appId', 'userId', 'modes', 'clockToleranceInSeconds', 'service',
    ],
];

function answer(array $request): array
{
    ['id' => $id, 'op' => $op] = $request;
    $fields = array_diff_key($request, ['id' => 0, 'op' => 0]);
    $unknown = array_diff(array_keys($fields), FIELDS[$op] ?? []);
    if (!isset(FIELDS[$op]) || $unknown !== []) {
        return ['id' => $id, 'unsupported' => "unknown op, or unknown fields"];
    }
    try {
        return ['id' => $id, 'ok' => $op($fields)];
    } catch (Token04Error $error) {
        $code = $error->kind->name;
        return ['id' => $id, 'error' => ['code' => $code, 'message' => $error->getMessage()]];
    }
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
        'options' => ['clockToleranceInSeconds', 'service'],
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
    ['token' => $token, 'serverSecret' => $secret] = $fields;
    $demands = array_diff_key($fields, ['token' => 0, 'serverSecret' => 0]);
    if (isset($demands['modes'])) {
        $demands['modes'] = array_map(Mode::from(...), $demands['modes']);
    }
    if (isset($demands['service'])) {
        $demands['service'] = Service::from($demands['service']);
    }
    return ['claims' => Token04::verify($token, $secret, ...$demands)];
}

while (($line = fgets(STDIN)) !== false) {
    $request = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
    fwrite(STDOUT, json_encode(answer($request), JSON_THROW_ON_ERROR) . "\n");
}
