"""Puts requests to the official Python program: `python3 python.py FILE`. The modules time and random
that it sees are ours, and give what the request names. It needs the package `pycryptodome`.
"""

import importlib.util
import json
import sys
import types

sys.dont_write_bytecode = True
ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
# What the program is to see in the request under way.
recorded = {"clockMs": 0, "draws": []}


def draw():
    if not recorded["draws"]:
        raise LookupError("it draws more than was recorded")
    return recorded["draws"].pop(0)


# In CBC it draws the nonce as bits, and each character of the IV as the floor of 16 parts of 1, so
# that none comes after the f. In GCM both are whole numbers, the nonce from 1 on; that text is not
# public, but its seeds make its vectors so, whether a character is a number or a choice.
fixed_random = types.SimpleNamespace(
    getrandbits=lambda bits: draw(),
    random=lambda: (draw() + 0.5) / 16,
    randint=lambda low, high: draw(),
    choice=lambda characters: characters[draw()],
)


spec = importlib.util.spec_from_file_location("token04", sys.argv[1])
token04 = importlib.util.module_from_spec(spec)
spec.loader.exec_module(token04)
token04.time = types.SimpleNamespace(time=lambda: recorded["clockMs"] / 1000)
token04.random = fixed_random


def replay(mode, appId, userId, secret, effectiveTimeInSeconds, payload, clockMs, nonce, iv):
    places = [ALPHABET.index(character) for character in bytes.fromhex(iv).decode()]
    recorded.update(clockMs=clockMs, draws=[nonce, *places])
    try:
        made = token04.generate_token04(appId, userId, secret, effectiveTimeInSeconds, payload)
    except Exception as crash:
        return {"error": {"code": "Crash", "message": str(crash)}}
    if made.error_code != 0:
        return {"error": {"code": str(made.error_code), "message": made.error_message}}
    if recorded["draws"]:
        return {"error": {"code": "Crash", "message": "it draws less than was recorded"}}
    return {"ok": {"token": made.token}}


for line in sys.stdin.buffer:
    request = json.loads(line)
    number = request.pop("id")
    del request["op"]
    print(json.dumps({"id": number, **replay(**request)}), flush=True)
