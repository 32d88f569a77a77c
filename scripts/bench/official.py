"""Times ZEGO's official Python: official.py CHECKOUT SECRET USER_ID PAYLOAD MS prints ns per token."""
import sys
import time

checkout, secret, user_id, payload, milliseconds = sys.argv[1:]
sys.path.append(checkout + '/token/python/token04')
from src import token04

BATCH = 50


def batch():
    start = time.perf_counter_ns()
    for _ in range(BATCH):
        token04.generate_token04(1, user_id, secret, 3600, payload)
    return time.perf_counter_ns() - start


if not token04.generate_token04(1, user_id, secret, 3600, payload).token.startswith('04'):
    sys.exit('no token04')
batch()
elapsed = batches = 0
while elapsed < int(milliseconds) * 1_000_000:
    elapsed += batch()
    batches += 1
print(elapsed / batches / BATCH)
