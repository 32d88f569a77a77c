<?php
// Times ZEGO's official PHP: official.php CHECKOUT SECRET USER_ID PAYLOAD MS prints ns per token.
[, $checkout, $secret, $userId, $payload, $milliseconds] = $argv;
require_once $checkout . '/token/php/token04/auto_loader.php';

const BATCH = 50;

function batch(string $userId, string $secret, string $payload): int
{
    $start = hrtime(true);
    for ($i = 0; $i < BATCH; $i++) {
        ZEGO\ZegoServerAssistant::generateToken04(1, $userId, $secret, 3600, $payload);
    }
    return hrtime(true) - $start;
}

$token = ZEGO\ZegoServerAssistant::generateToken04(1, $userId, $secret, 3600, $payload)->token;
if (!str_starts_with($token, '04')) {
    exit(1);
}
batch($userId, $secret, $payload);
$elapsed = $batches = 0;
while ($elapsed < $milliseconds * 1000000) {
    $elapsed += batch($userId, $secret, $payload);
    $batches++;
}
echo $elapsed / $batches / BATCH, "\n";
