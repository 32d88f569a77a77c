<?php
// Puts requests to the official PHP program: `php php.php FILE`. In its namespace, time() and rand()
// are ours, and give what the request names.
declare(strict_types=1);

namespace ZEGO;

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** What the program is to see in the request under way. */
final class Recorded
{
    public static int $clockMs;
    /** @var int[] the nonce, and the place of each character of the IV */
    public static array $draws;
}

function time(): int
{
    return intdiv(Recorded::$clockMs, 1000);
}

function rand(?int $from = null, ?int $to = null): int
{
    if (Recorded::$draws === []) {
        throw new \LogicException('it draws more than was recorded');
    }
    return array_shift(Recorded::$draws);
}

// A warning on stdout would be taken for an answer.
ini_set('display_errors', 'stderr');
$folder = dirname($argv[1]);
foreach (["$folder/ZegoErrorCodes.php", "$folder/ZegoAssistantToken.php", $argv[1]] as $file) {
    require $file;
}

function replay(array $request): array
{
    Recorded::$clockMs = $request['clockMs'];
    $places = array_map(fn ($character) => strpos(ALPHABET, $character), str_split(hex2bin($request['iv'])));
    Recorded::$draws = [$request['nonce'], ...$places];
    ['appId' => $appId, 'userId' => $userId, 'secret' => $secret, 'payload' => $payload] = $request;
    try {
        $seconds = $request['effectiveTimeInSeconds'];
        $made = ZegoServerAssistant::generateToken04($appId, $userId, $secret, $seconds, $payload);
    } catch (\Throwable $crash) {
        return ['error' => ['code' => 'Crash', 'message' => $crash->getMessage()]];
    }
    if ($made->code !== ZegoErrorCodes::success) {
        return ['error' => ['code' => (string) $made->code, 'message' => $made->message]];
    }
    if (Recorded::$draws !== []) {
        return ['error' => ['code' => 'Crash', 'message' => 'it draws less than was recorded']];
    }
    return ['ok' => ['token' => $made->token]];
}

// The runner's pipe is a socket to PHP, on which fgets would give up after a minute without a request.
stream_set_timeout(STDIN, -1);
while (($line = fgets(STDIN)) !== false) {
    $request = json_decode($line, true, 8, JSON_THROW_ON_ERROR);
    echo json_encode(['id' => $request['id']] + replay($request), JSON_THROW_ON_ERROR), "\n";
}
