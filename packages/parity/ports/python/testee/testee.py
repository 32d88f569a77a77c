"""Lets token04.py answer the parity runner (PROTOCOL.md): a JSON request a line on stdin, a JSON
answer a line on stdout, until the input ends."""

import json
import platform
import sys
import time
from dataclasses import replace
from pathlib import Path

import cryptography

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import token04

NAMES = {
    "appId": "app_id",
    "userId": "user_id",
    "serverSecret": "server_secret",
    "effectiveTimeInSeconds": "effective_time_in_seconds",
    "clockToleranceInSeconds": "clock_tolerance_in_seconds",
}
REQUIRED = {
    "describe": set(),
    "generate": {"mode", "appId", "userId", "serverSecret", "effectiveTimeInSeconds", "payload"},
    "decode": {"token", "serverSecret"},
    "verify": {"token", "serverSecret", "now"},
}
OPTIONAL = {
    "generate": {"ctime", "nonce", "iv"},
    "verify": {"appId", "userId", "modes", "clockToleranceInSeconds", "service"},
}
MODES = ["cbc", "gcm"]


def describe():
    return {
        "protocol": 1,
        "name": "Python port",
        "language": "Python",
        "version": f"{platform.python_version()}, cryptography {cryptography.__version__}",
        "dialect": "python",
        "generate": MODES,
        "decode": MODES,
        "verify": MODES,
        "controls": ["ctime", "nonce", "iv"],
        "options": ["clockToleranceInSeconds", "service", "serverSecrets"],
    }


def generate(ctime=None, nonce=None, iv=None, **arguments):
    if (ctime, nonce, iv) == (None, None, None):
        return {"token": token04.generate(**arguments)}
    # Without the payload, since whether that fits depends on the digits of the nonce.
    payload = arguments.pop("payload")
    token = token04.generate(**arguments)
    decoded = token04.decode(token, arguments["server_secret"])
    claims = replace(decoded.claims, payload=payload)
    if ctime is not None:
        lifetime = arguments["effective_time_in_seconds"]
        claims = replace(claims, ctime=ctime, expire=ctime + lifetime)
    if nonce is not None:
        claims = replace(claims, nonce=nonce)
    iv = decoded.iv if iv is None else bytes.fromhex(iv)
    secret, mode = arguments["server_secret"], arguments["mode"]
    return {"token": token04.encode_vector(claims, secret, mode, iv)}


def decode(**arguments):
    decoded = token04.decode(**arguments)
    return {
        "mode": decoded.mode,
        "claims": show(decoded.claims),
        "iv": decoded.iv.hex(),
        "plaintext": decoded.plaintext,
    }


def verify(**arguments):
    return {"claims": show(token04.verify(**arguments))}


def show(claims):
    shown = dict(vars(claims))
    return {"appId": shown.pop("app_id"), "userId": shown.pop("user_id"), **shown}


OPS = {"describe": describe, "generate": generate, "decode": decode, "verify": verify}


def answer(line):
    request = json.loads(line)
    given = {name: value for name, value in request.items() if name not in ("id", "op")}
    op = request["op"]
    if op not in REQUIRED or given.keys() - REQUIRED[op] - OPTIONAL.get(op, set()):
        return {"id": request["id"], "unsupported": "an unknown op or field"}
    if REQUIRED[op] - given.keys():
        message = "a field that is required is absent"
        return {"id": request["id"], "error": {"code": "Argument", "message": message}}
    try:
        arguments = {NAMES.get(name, name): value for name, value in given.items()}
        return {"id": request["id"], "ok": OPS[op](**arguments)}
    except token04.Token04Error as error:
        return {"id": request["id"], "error": {"code": error.code, "message": str(error)}}


def bench(count):
    """How many nanoseconds a token takes, in this process."""
    secret = "fa94dd0f974cf2e293728a526b028271"
    payload = token04.room_payload("demo")

    def nanoseconds(work):
        for _ in range(count // 10):  # to warm up
            work()
        start = time.perf_counter_ns()
        for _ in range(count):
            work()
        return (time.perf_counter_ns() - start) // count

    found = {"generate": {}, "verify": {}}
    for mode in MODES:
        arguments = (1, "demo", secret, 3600, payload)
        token = token04.generate(*arguments, mode=mode)
        modes = [mode]
        found["generate"][mode] = nanoseconds(lambda: token04.generate(*arguments, mode=mode))  # noqa: B023
        found["verify"][mode] = nanoseconds(lambda: token04.verify(token, secret, modes=modes))  # noqa: B023
    return found


if sys.argv[1:2] == ["bench"]:
    print(json.dumps(bench(int(sys.argv[2]))))
    sys.exit()

for line in sys.stdin.buffer:  # not sys.stdin, which would not read every text as UTF-8
    print(json.dumps(answer(line)), flush=True)
