<?php

// What the suite's protocol has no words for: room payloads, long lives, several secrets, null.

declare(strict_types=1);

use Token04\ErrorKind;
use Token04\Mode;
use Token04\Token04;
use Token04\Token04Error;

require __DIR__ . '/../Token04.php';

const SECRET = 'fa94dd0f974cf2e293728a526b028271';
const OTHER = '00000000000000000000000000000000';
const TEN_YEARS = 315_360_000;

// Else traces hold no arguments, and no secret could be found in them.
ini_set('zend.exception_ignore_args', '0');

$passed = 0;

function same(mixed $expected, mixed $got, string $what): void
{
    if ($expected !== $got) {
        throw new Exception("$what: expected " . var_export($expected, true));
    }
    $GLOBALS['passed']++;
}

/** @param callable(): mixed $run */
function refuses(ErrorKind $kind, callable $run, string $what): void
{
    try {
        $run();
    } catch (Token04Error $error) {
        same($kind, $error->kind, $what);
        same(false, str_contains($error->getMessage() . print_r($error->getTrace(), true), SECRET), $what);
        return;
    }
    throw new Exception("$what: not refused");
}

same(
    '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}',
    Token04::roomPayload('demo'),
    'a room to log in to',
);
same(
    '{"room_id":"demo","privilege":{"1":0,"2":1},"stream_id_list":["a","b"]}',
    Token04::roomPayload('demo', login: false, publish: true, streamIds: ['a', 'b']),
    'streams to publish',
);
same('x', json_decode(Token04::roomPayload(str_repeat('x', 127)))->room_id[126], '127 bytes');
$rooms = [
    'an empty room' => ['', true, true, null],
    '128 bytes' => [str_repeat('x', 128), true, true, null],
    '129 bytes in 43 characters' => [str_repeat('房', 43), true, true, null],
    'a room that is no UTF-8' => ["\xFF", true, true, null],
    'no streams' => ['demo', true, true, []],
    'a stream without a name' => ['demo', true, true, ['a', '']],
    'a stream that is no string' => ['demo', true, true, [1]],
    'streams that are no list' => ['demo', true, true, ['a' => 'b']],
    'streams without publishing' => ['demo', true, false, ['a']],
];
foreach ($rooms as $what => $arguments) {
    refuses(ErrorKind::Argument, fn () => Token04::roomPayload(...$arguments), $what);
}

$generate = fn (int $seconds, bool $allowLongLived) => Token04::generate(
    1,
    'demo',
    SECRET,
    $seconds,
    mode: Mode::Gcm,
    allowLongLived: $allowLongLived,
);
refuses(ErrorKind::EffectiveTime, fn () => $generate(TEN_YEARS + 1, false), 'over ten years');
refuses(ErrorKind::EffectiveTime, fn () => $generate(2 ** 53, true), 'an expire that is not safe');
$claims = Token04::decode($generate(TEN_YEARS + 1, true), SECRET)->claims;
same(TEN_YEARS + 1, $claims->expire - $claims->ctime, 'over ten years, allowed');

$token = $generate(60, false);
same('demo', Token04::verify($token, [OTHER, SECRET])->userId, 'the second of two secrets');
refuses(ErrorKind::Decryption, fn () => Token04::verify($token, [OTHER]), 'another secret');
refuses(ErrorKind::Secret, fn () => Token04::verify($token, []), 'no secret');
refuses(ErrorKind::Secret, fn () => Token04::verify($token, [SECRET, SECRET . 'x']), 'a secret too long');
refuses(ErrorKind::UserId, fn () => Token04::verify($token, SECRET, userId: ''), 'an empty user');
refuses(ErrorKind::Argument, fn () => Token04::verify($token, SECRET, modes: []), 'no mode');
refuses(ErrorKind::Argument, fn () => Token04::verify($token, SECRET, now: NAN), 'no time');
foreach (['appId', 'userId', 'modes', 'now', 'clockToleranceInSeconds', 'service'] as $name) {
    try {
        Token04::verify($token, SECRET, ...[$name => null]);
        throw new Exception("$name: null is not refused");
    } catch (TypeError) {
        $passed++;
    }
}
echo "$passed passed\n";
