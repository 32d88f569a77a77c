<?php

/*
 * token04 for PHP: makes, reads and verifies tokens of ZEGOCLOUD. One file, made to be copied.
 * Certified by @token04/parity 0.0.0 (packages/parity/ports/php).
 *
 * MIT License
 *
 * Copyright (c) 2026 token04 contributors
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all
 * copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
 * SOFTWARE.
 */

declare(strict_types=1);

namespace Token04;

/** How a token is encrypted. */
enum Mode: string
{
    /** AES-256-CBC: what ZEGO's documented samples make. It does not prove who made a token. */
    case Cbc = 'cbc';
    /** AES-256-GCM, which ZEGO recommends since 2024. */
    case Gcm = 'gcm';

    public function ivBytes(): int
    {
        return $this === self::Cbc ? 16 : 12;
    }
}

/** Whose limits a token is verified by. */
enum Service: string
{
    case Express = 'express';
    /** No payload, at most 24 days from now, at least 30 seconds left. */
    case Zim = 'zim';
}

/** What is not demanded of a token. Not null, so that a missing value cannot switch a check off. */
enum Demand
{
    case Any;
}

/** What a Token04Error is about: down to Argument an argument, then a token. */
enum ErrorKind
{
    case AppId;
    case UserId;
    case Secret;
    case EffectiveTime;
    case Payload;
    case TooLarge;
    case Argument;
    /** Not a well-formed token: version, base64, lengths, mode. */
    case Malformed;
    /** Another secret, padding, tag, UTF-8 or JSON: one kind, so that nobody can tell them apart. */
    case Decryption;
    /** Decrypted, but a field is missing or wrong, or the two `expire` differ. */
    case Claims;
    case Expired;
    /** Good, but of another app, user, mode or service than demanded. */
    case Mismatch;
}

/** The only exception of this file, but for PHP's own TypeError. Its message may be logged. */
final class Token04Error extends \RuntimeException
{
    public function __construct(public readonly ErrorKind $kind, string $message)
    {
        parent::__construct($message);
    }
}

/** What a token says. Times are in seconds since 1970. */
final class Claims
{
    /**
     * @param int $ctime when the token was made
     * @param int $expire the first second in which the token is no longer good
     * @param string $payload empty for an identity token
     */
    public function __construct(
        public readonly int $appId,
        public readonly string $userId,
        public readonly int $ctime,
        public readonly int $expire,
        public readonly int $nonce,
        public readonly string $payload,
    ) {
    }
}

/** A token that was read. */
final class Decoded
{
    /**
     * @param string $iv bytes, not hex digits
     * @param string $plaintext the decrypted JSON text, as its maker spelled it
     */
    public function __construct(
        public readonly Claims $claims,
        public readonly Mode $mode,
        public readonly string $iv,
        public readonly string $plaintext,
    ) {
    }
}

/** Tokens of ZEGOCLOUD, version 04. */
final class Token04
{
    private const MAX_APP_ID = 4_294_967_295;
    private const MAX_SAFE_INTEGER = 9_007_199_254_740_991;
    private const TEN_YEARS = 315_360_000;
    /** The block of AES; the IV in CBC and the tag in GCM have the same length. */
    private const BLOCK_BYTES = 16;
    /** A ciphertext has at most 65,535 bytes, of which 16 are the tag, or up to 16 the padding. */
    private const MAX_PLAINTEXT_BYTES = 65_519;
    /** `04` and the base64 of 12 + 16 + 65,535 + 1 bytes. */
    private const MAX_TOKEN_LENGTH = 87_422;
    private const ZIM_MAX_SECONDS = 2_073_600;
    private const ZIM_MIN_SECONDS = 30;

    /**
     * Makes a token, with IV and nonce from PHP's CSPRNG.
     *
     *     $payload = Token04::roomPayload('demo');
     *     $token = Token04::generate($appId, 'demo', $serverSecret, 3600, $payload, Mode::Gcm);
     *
     * @param int $appId from the ZEGOCLOUD console: 1 to 4294967295
     * @param string $userId 1 to 64 UTF-16 units, the ID with which the user logs in
     * @param string $serverSecret from the ZEGOCLOUD console: 32 bytes, not decoded from hex
     * @param int $effectiveTimeInSeconds a duration, no timestamp: 1 to 315360000 (ten years)
     * @param string $payload as roomPayload makes it, or empty for an identity token
     * @param bool $allowLongLived allows more than ten years
     * @throws Token04Error AppId, UserId, Secret, EffectiveTime, Payload or TooLarge
     */
    public static function generate(
        int $appId,
        string $userId,
        #[\SensitiveParameter] string $serverSecret,
        int $effectiveTimeInSeconds,
        string $payload = '',
        Mode $mode = Mode::Cbc,
        bool $allowLongLived = false,
    ): string {
        self::checkAppId($appId);
        $units = self::countUtf16Units($userId);
        $fits = self::isFilled($userId) && $units <= 64;
        $expected = '1 to 64 UTF-16 units of UTF-8, got ' . self::describe($userId, "$units units");
        self::ensure($fits, ErrorKind::UserId, "userId must be $expected");
        self::checkSecret($serverSecret);
        $ctime = time();
        $longest = $allowLongLived ? self::MAX_SAFE_INTEGER - $ctime : self::TEN_YEARS;
        $fits = $effectiveTimeInSeconds >= 1 && $effectiveTimeInSeconds <= $longest;
        $expected = "1 to $longest, no timestamp, got $effectiveTimeInSeconds";
        self::ensure($fits, ErrorKind::EffectiveTime, "effectiveTimeInSeconds must be $expected");
        $expire = $ctime + $effectiveTimeInSeconds;
        $claims = new Claims($appId, $userId, $ctime, $expire, random_int(0, 0x7FFFFFFF), $payload);
        return self::encodeForVectors($claims, $serverSecret, $mode, random_bytes($mode->ivBytes()));
    }

    /**
     * The payload of a room token. It counts only where ZEGO's support has enabled room privileges
     * for the app.
     *
     * @param string $roomId 1 to 127 bytes
     * @param list<string>|null $streamIds the streams that may be published, if $publish; null for any
     * @throws Token04Error Argument
     */
    public static function roomPayload(
        string $roomId,
        bool $login = true,
        bool $publish = false,
        ?array $streamIds = null,
    ): string {
        $length = strlen($roomId);
        $fits = self::isFilled($roomId) && $length <= 127;
        $expected = '1 to 127 bytes of UTF-8, got ' . self::describe($roomId, "$length bytes");
        self::ensure($fits, ErrorKind::Argument, "roomId must be $expected");
        if ($streamIds !== null) {
            $good = array_filter($streamIds, fn ($id) => is_string($id) && self::isFilled($id));
            // An empty list would mean any stream.
            $fits = $publish && $streamIds !== [] && $good === $streamIds && array_is_list($streamIds);
            $expected = 'null, or with publish a list of IDs in UTF-8 that are not empty';
            self::ensure($fits, ErrorKind::Argument, "streamIds must be $expected");
        }
        return json_encode([
            'room_id' => $roomId,
            // PHP writes an object, since the keys do not start at 0.
            'privilege' => ['1' => (int) $login, '2' => (int) $publish],
            'stream_id_list' => $streamIds,
        ], JSON_THROW_ON_ERROR);
    }

    /**
     * What a token says, judged by no clock and no policy. verify tells whether it is good.
     *
     * @throws Token04Error Secret for the argument; Malformed, Decryption or Claims for the token
     */
    public static function decode(
        #[\SensitiveParameter] string $token,
        #[\SensitiveParameter] string $serverSecret,
    ): Decoded {
        self::checkSecret($serverSecret);
        return self::open(self::readFrame($token), [$serverSecret]);
    }

    /**
     * The claims of a token that is good: decrypted by the secret (or one of several, while it is
     * being rotated), not expired, with a user and a lifetime, and as demanded.
     *
     *     $claims = Token04::verify($token, $serverSecret, appId: $appId, modes: [Mode::Gcm]);
     *
     * **No CBC token proves who made it**: whoever holds one can change its first 16 plaintext
     * bytes without the secret and unseen. Demand GCM where a decision hangs on the user.
     *
     * @param string|list<string> $serverSecrets
     * @param list<Mode> $modes
     * @param int|float|Demand $now the time to judge by, in seconds since 1970; the clock's if Any
     * @param int|float $clockToleranceInSeconds how long beyond its expire a token is still good
     * @throws Token04Error Secret, AppId, UserId or Argument for an argument; Malformed, Decryption,
     *     Claims, Expired or Mismatch for the token
     */
    public static function verify(
        #[\SensitiveParameter] string $token,
        #[\SensitiveParameter] string|array $serverSecrets,
        int|Demand $appId = Demand::Any,
        string|Demand $userId = Demand::Any,
        array $modes = [Mode::Cbc, Mode::Gcm],
        int|float|Demand $now = Demand::Any,
        int|float $clockToleranceInSeconds = 0,
        Service $service = Service::Express,
    ): Claims {
        $serverSecrets = (array) $serverSecrets;
        self::ensure($serverSecrets !== [], ErrorKind::Secret, 'serverSecrets must be one or more, got none');
        // No array_map, which has no SensitiveParameter: the secrets would stand in stack traces.
        foreach ($serverSecrets as $serverSecret) {
            self::checkSecret($serverSecret);
        }
        if ($appId !== Demand::Any) {
            self::checkAppId($appId);
        }
        $fits = $userId === Demand::Any || self::isFilled($userId);
        self::ensure($fits, ErrorKind::UserId, 'userId must be UTF-8 and not empty');
        $fits = $modes !== [] && array_filter($modes, fn ($mode) => !$mode instanceof Mode) === [];
        $types = implode(', ', array_map(get_debug_type(...), $modes));
        self::ensure($fits, ErrorKind::Argument, "modes must be a list of Mode, not empty, got [$types]");
        $now = $now === Demand::Any ? microtime(true) : $now;
        self::ensure(is_finite($now), ErrorKind::Argument, "now must be finite, got $now");
        $fits = is_finite($clockToleranceInSeconds) && $clockToleranceInSeconds >= 0;
        $expected = "at least 0 and finite, got $clockToleranceInSeconds";
        self::ensure($fits, ErrorKind::Argument, "clockToleranceInSeconds must be $expected");

        $frame = self::readFrame($token);
        // Before anything is decrypted: a mode that is not wanted is no oracle either.
        $isWanted = in_array($frame['mode'], $modes, true);
        self::ensure($isWanted, ErrorKind::Mismatch, 'the token is in another mode');
        $claims = self::open($frame, $serverSecrets)->claims;
        self::ensure($claims->userId !== '', ErrorKind::Claims, 'the user_id is empty');
        $lives = $claims->expire > $claims->ctime;
        self::ensure($lives, ErrorKind::Claims, 'the expire is not after the ctime');
        // App and user are compared before the time, as in ZEGO's own numbering of these failures.
        $isWanted = $appId === Demand::Any || $appId === $claims->appId;
        self::ensure($isWanted, ErrorKind::Mismatch, 'the token is of another app');
        $isWanted = $userId === Demand::Any || $userId === $claims->userId;
        self::ensure($isWanted, ErrorKind::Mismatch, 'the token is of another user');
        $isZim = $service === Service::Zim;
        $fits = !$isZim || $claims->payload === '';
        self::ensure($fits, ErrorKind::Mismatch, 'ZIM takes no payload');
        $left = $claims->expire - $now;
        $fits = !$isZim || $left <= self::ZIM_MAX_SECONDS;
        self::ensure($fits, ErrorKind::Mismatch, 'ZIM takes at most 24 days from now');
        $isAlive = $left + $clockToleranceInSeconds > 0;
        self::ensure($isAlive, ErrorKind::Expired, 'the token has expired');
        $lasts = !$isZim || $left >= self::ZIM_MIN_SECONDS;
        self::ensure($lasts, ErrorKind::Expired, 'the token expires within 30 s, too soon for ZIM');
        return $claims;
    }

    /**
     * A token of chosen claims and a chosen IV: **for test vectors only**. An IV that is used twice
     * under one secret gives plaintexts away, and in GCM the key of the tags.
     *
     * @throws Token04Error Secret, Payload, TooLarge or Argument (the IV)
     */
    public static function encodeForVectors(
        Claims $claims,
        #[\SensitiveParameter] string $serverSecret,
        Mode $mode,
        string $iv,
    ): string {
        self::checkSecret($serverSecret);
        $fits = strlen($iv) === $mode->ivBytes();
        self::ensure($fits, ErrorKind::Argument, 'iv must fit the mode in length');
        $fits = self::isText($claims->payload);
        self::ensure($fits, ErrorKind::Payload, 'payload must be UTF-8, got ill-formed bytes');
        // As the official PHP sample writes it, with & as \u0026.
        $plaintext = json_encode([
            'app_id' => $claims->appId,
            'user_id' => $claims->userId,
            'nonce' => $claims->nonce,
            'ctime' => $claims->ctime,
            'expire' => $claims->expire,
            'payload' => $claims->payload,
        ], JSON_HEX_AMP | JSON_THROW_ON_ERROR);
        $length = strlen($plaintext);
        $size = "$length bytes of JSON, more than " . self::MAX_PLAINTEXT_BYTES;
        $fits = $length <= self::MAX_PLAINTEXT_BYTES;
        self::ensure($fits, ErrorKind::TooLarge, "payload is too large: $size");
        $cipher = "aes-256-$mode->value";
        // PHP warns of a tag in CBC.
        $ciphertext = $mode === Mode::Cbc
            ? openssl_encrypt($plaintext, $cipher, $serverSecret, OPENSSL_RAW_DATA, $iv)
            : openssl_encrypt($plaintext, $cipher, $serverSecret, OPENSSL_RAW_DATA, $iv, $tag) . $tag;
        $body = pack('Jn', $claims->expire, strlen($iv)) . $iv;
        $body .= pack('n', strlen($ciphertext)) . $ciphertext . ($mode === Mode::Gcm ? "\1" : '');
        return '04' . base64_encode($body);
    }

    private static function ensure(bool $holds, ErrorKind $kind, string $message): void
    {
        if (!$holds) {
            throw new Token04Error($kind, $message);
        }
    }

    private static function checkAppId(int $appId): void
    {
        $expected = 'an integer from 1 to ' . self::MAX_APP_ID . ", got $appId";
        $fits = $appId >= 1 && $appId <= self::MAX_APP_ID;
        self::ensure($fits, ErrorKind::AppId, "appId must be $expected");
    }

    private static function checkSecret(#[\SensitiveParameter] string $serverSecret): void
    {
        $length = strlen($serverSecret);
        $got = self::describe($serverSecret, "$length bytes");
        $expected = "32 bytes of UTF-8 (not the AppSign), got $got";
        $fits = $length === 32 && self::isText($serverSecret);
        self::ensure($fits, ErrorKind::Secret, "serverSecret must be $expected");
    }

    private static function isText(string $text): bool
    {
        return preg_match('//u', $text) === 1;
    }

    /** For messages: what came, but never the text, which may be a secret. */
    private static function describe(#[\SensitiveParameter] string $text, string $size): string
    {
        return self::isText($text) ? $size : "$size that are ill-formed";
    }

    private static function isFilled(string $text): bool
    {
        return $text !== '' && self::isText($text);
    }

    /** Of UTF-8: its first bytes count, and those of four bytes are two units. */
    private static function countUtf16Units(string $text): int
    {
        return preg_match_all('/[^\x80-\xBF]/', $text) + preg_match_all('/[\xF0-\xF4]/', $text);
    }

    /** @return array{expire: int, mode: Mode, iv: string, ciphertext: string} */
    private static function readFrame(#[\SensitiveParameter] string $token): array
    {
        $malformed = ErrorKind::Malformed;
        self::ensure(str_starts_with($token, '04'), $malformed, 'the token does not start with 04');
        self::ensure(strlen($token) <= self::MAX_TOKEN_LENGTH, $malformed, 'the token is too long');
        $base64 = substr($token, 2);
        // base64_decode also takes blanks, missing padding and bits that belong to no byte.
        $body = (string) base64_decode($base64, true);
        $isCanonical = base64_encode($body) === $base64;
        self::ensure($isCanonical, $malformed, 'the token is not canonical base64');
        $ivEnd = 10 + self::readLength($body, 8);
        $end = $ivEnd + 2 + self::readLength($body, $ivEnd);
        self::ensure($end <= strlen($body), $malformed, 'the token is cut short');
        $modes = ['' => Mode::Cbc, "\0" => Mode::Cbc, "\1" => Mode::Gcm];
        $mode = $modes[substr($body, $end)] ?? null;
        self::ensure($mode !== null, $malformed, 'the mode byte is not 0 or 1, or more follows');
        $iv = substr($body, 10, $ivEnd - 10);
        $ciphertext = substr($body, $ivEnd + 2, $end - $ivEnd - 2);
        $length = strlen($ciphertext);
        $isWhole = $mode === Mode::Gcm || $length % self::BLOCK_BYTES === 0;
        $fits = strlen($iv) === $mode->ivBytes() && $length >= self::BLOCK_BYTES && $isWhole;
        self::ensure($fits, $malformed, 'the IV and ciphertext do not fit the mode');
        $expire = unpack('J', $body)[1];
        return ['expire' => $expire, 'mode' => $mode, 'iv' => $iv, 'ciphertext' => $ciphertext];
    }

    /** What is past the end counts as 65,535: then the token is cut short. */
    private static function readLength(string $body, int $offset): int
    {
        return $offset + 2 <= strlen($body) ? unpack('n', $body, $offset)[1] : 0xFFFF;
    }

    /**
     * What the frame holds under the first of the secrets that fits.
     *
     * @param array{expire: int, mode: Mode, iv: string, ciphertext: string} $frame
     * @param list<string> $secrets
     */
    private static function open(array $frame, #[\SensitiveParameter] array $secrets): Decoded
    {
        foreach ($secrets as $secret) {
            [$plaintext, $isIntact] = self::decrypt($frame, $secret);
            // Tried whatever the padding says: whoever sends altered tokens and measures the time
            // shall not learn which of them failed. json_decode refuses ill-formed UTF-8, lone
            // surrogates, NaN, comments, raw controls and what stands behind the object. Of equal
            // keys the last one counts; large integers come as strings in place of floats.
            $json = json_decode($plaintext, true, 512, JSON_BIGINT_AS_STRING);
            if ($isIntact && json_last_error() === JSON_ERROR_NONE) {
                $claims = self::readClaims($json);
                // The outer one can be rewritten by anyone.
                $isSame = $claims->expire === $frame['expire'];
                self::ensure($isSame, ErrorKind::Claims, 'the expire is not the outer one');
                return new Decoded($claims, $frame['mode'], $frame['iv'], $plaintext);
            }
        }
        // One error for all that cannot be read, with no cause in it.
        $message = 'the token is of another secret, or altered';
        throw new Token04Error(ErrorKind::Decryption, $message);
    }

    /**
     * @param array{mode: Mode, iv: string, ciphertext: string} $frame
     * @return array{string, bool} the plaintext, and whether the padding or the tag is right
     */
    private static function decrypt(array $frame, #[\SensitiveParameter] string $secret): array
    {
        ['mode' => $mode, 'iv' => $iv, 'ciphertext' => $input] = $frame;
        $cipher = "aes-256-$mode->value";
        if ($mode === Mode::Cbc) {
            $options = OPENSSL_RAW_DATA | OPENSSL_ZERO_PADDING;
            return self::unpad(openssl_decrypt($input, $cipher, $secret, $options, $iv));
        }
        $tag = substr($input, -self::BLOCK_BYTES);
        $input = substr($input, 0, -self::BLOCK_BYTES);
        $plaintext = openssl_decrypt($input, $cipher, $secret, OPENSSL_RAW_DATA, $iv, $tag);
        return [(string) $plaintext, $plaintext !== false];
    }

    /**
     * Takes off PKCS#7 without a branch or an index that depends on the decrypted bytes; always
     * reads the whole last block. A bad padding leaves the bytes in place.
     *
     * @return array{string, bool}
     */
    private static function unpad(string $padded): array
    {
        $end = strlen($padded);
        $count = ord($padded[$end - 1]);
        $bad = (($count - 1) | (self::BLOCK_BYTES - $count)) >> 63; // not 0: 0, or above a block
        for ($i = 1; $i <= self::BLOCK_BYTES; $i++) {
            $withinPadding = ($i - 1 - $count) >> 63; // all ones while $i <= $count, else 0
            $bad |= $withinPadding & (ord($padded[$end - $i]) ^ $count);
        }
        $intact = ~(($bad | -$bad) >> 63); // all ones for 0, else 0
        return [substr($padded, 0, $end - ($count & $intact)), $intact !== 0];
    }

    /** The claims in a plaintext, from any official generator: in any key order, with any extras. */
    private static function readClaims(#[\SensitiveParameter] mixed $json): Claims
    {
        self::ensure(is_array($json), ErrorKind::Claims, 'the token holds no JSON object');
        $integer = function (string $name) use ($json): int {
            $value = $json[$name] ?? null;
            // A 1.0 is a float and refused, since it may have been rounded.
            $isSafe = is_int($value) && abs($value) <= self::MAX_SAFE_INTEGER;
            self::ensure($isSafe, ErrorKind::Claims, "the token's $name is not a safe integer");
            return $value;
        };
        $text = function (string $name) use ($json): string {
            $value = $json[$name] ?? null;
            self::ensure(is_string($value), ErrorKind::Claims, "the token's $name is not a string");
            return $value;
        };
        $appId = $integer('app_id');
        $fits = $appId >= 1 && $appId <= self::MAX_APP_ID;
        self::ensure($fits, ErrorKind::Claims, "the token's app_id is out of range");
        $payload = isset($json['payload']) ? $text('payload') : '';
        return new Claims(
            $appId,
            $text('user_id'),
            $integer('ctime'),
            $integer('expire'),
            $integer('nonce'),
            $payload,
        );
    }
}
