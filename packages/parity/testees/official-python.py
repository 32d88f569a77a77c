"""The official Python sample as a testee (PROTOCOL.md), from the checkout of zego_server_assistant
that ZEGO_SERVER_ASSISTANT names. The sample needs the package `pycryptodome`.
"""

import json
import os
import platform
import sys

checkout = os.environ.get("ZEGO_SERVER_ASSISTANT")
if not checkout:
    sys.exit("ZEGO_SERVER_ASSISTANT must name a checkout of zego_server_assistant")
sys.path.insert(0, os.path.join(checkout, "token", "python", "token04", "src"))
sys.dont_write_bytecode = True
from token04 import generate_token04  # noqa: E402

DESCRIPTION = {
    "protocol": 1, "name": "official Python sample", "language": "Python", "version": platform.python_version(),
    "dialect": "python", "generate": ["cbc"], "decode": [], "verify": [], "controls": [],
}

REQUIRED = {"mode", "appId", "userId", "serverSecret", "effectiveTimeInSeconds", "payload"}


def generate(mode, appId, userId, serverSecret, effectiveTimeInSeconds, payload, **more):
    if mode != "cbc" or more:
        return {"unsupported": "the sample makes CBC tokens, with no choice of clock, nonce and IV"}
    try:
        made = generate_token04(appId, userId, serverSecret, effectiveTimeInSeconds, payload)
    except Exception as crash:
        return {"error": {"code": type(crash).__name__, "message": "the sample raised an exception"}}
    if made.error_code != 0:
        return {"error": {"code": str(made.error_code), "message": "refused"}}
    return {"ok": {"token": made.token}}


def answer(op, **fields):
    if op == "describe":
        return {"ok": DESCRIPTION}
    if op == "generate":
        if not fields.keys() >= REQUIRED:
            return {"error": {"code": "Absent", "message": "a field that is required is absent"}}
        return generate(**fields)
    return {"unsupported": "the sample makes tokens only"}


for line in sys.stdin.buffer:
    request = json.loads(line)
    print(json.dumps({"id": request.pop("id"), **answer(**request)}), flush=True)
