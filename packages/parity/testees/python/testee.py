"""token04 on the package `cryptography`, as a testee (PROTOCOL.md): what a port may start from."""

import base64
import json
import re
import secrets
import struct
import sys
import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.padding import PKCS7

IV_BYTES = {"cbc": 16, "gcm": 12}
FIELDS = {  # name in the JSON: (name in the claims, smallest, largest), or no range for a string
    "app_id": ("appId", 1, 2**32 - 1), "user_id": ("userId", None, None), "nonce": ("nonce", 1 - 2**53, 2**53 - 1),
    "ctime": ("ctime", 1 - 2**53, 2**53 - 1), "expire": ("expire", 1 - 2**53, 2**53 - 1),
    "payload": ("payload", None, None),
}


class Refusal(Exception):
    """The code of a failure; its text says nothing else."""


def refuse_if(wrong, code):
    if wrong:
        raise Refusal(code)


def generate(mode, appId, userId, serverSecret, effectiveTimeInSeconds, payload, ctime=None, nonce=None, iv=None):
    key = serverSecret.encode()
    refuse_if(not 1 <= appId < 2**32, "appId")
    refuse_if(not 1 <= len(userId.encode("utf-16-le")) // 2 <= 64, "userId")
    refuse_if(len(key) != 32, "serverSecret")
    refuse_if(effectiveTimeInSeconds < 1, "effectiveTimeInSeconds")
    ctime = int(time.time()) if ctime is None else ctime
    values = {"app_id": appId, "user_id": userId, "nonce": secrets.randbelow(2**31) if nonce is None else nonce,
              "ctime": ctime, "expire": ctime + effectiveTimeInSeconds, "payload": payload}
    plaintext = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    refuse_if(len(plaintext) > 65519, "TooLarge")
    iv = secrets.token_bytes(IV_BYTES[mode]) if iv is None else bytes.fromhex(iv)
    if mode == "gcm":
        ciphertext = AESGCM(key).encrypt(iv, plaintext, None)
    else:
        padder, encryptor = PKCS7(128).padder(), Cipher(algorithms.AES256(key), modes.CBC(iv)).encryptor()
        ciphertext = encryptor.update(padder.update(plaintext) + padder.finalize())
    body = struct.pack(">qH", values["expire"], len(iv)) + iv + struct.pack(">H", len(ciphertext)) + ciphertext
    return {"token": "04" + base64.b64encode(body + (b"\1" if mode == "gcm" else b"")).decode()}


def read_frame(token):
    refuse_if(not re.fullmatch(r"04[A-Za-z0-9+/]*={0,2}", token), "Malformed")
    try:
        body = base64.b64decode(token[2:], validate=True)
        refuse_if("04" + base64.b64encode(body).decode() != token, "Malformed")  # bits that no byte holds
        expire, length = struct.unpack_from(">qH", body)
        iv, end = body[10 : 10 + length], 12 + length
        (length,) = struct.unpack_from(">H", body, end - 2)
    except (ValueError, struct.error):
        raise Refusal("Malformed") from None
    ciphertext, rest = body[end : end + length], body[end + length :]
    refuse_if(len(ciphertext) != length or rest not in (b"", b"\0", b"\1"), "Malformed")
    mode = "gcm" if rest == b"\1" else "cbc"
    refuse_if(len(iv) != IV_BYTES[mode] or length < 16 or (mode == "cbc" and length % 16 != 0), "Malformed")
    return expire, mode, iv, ciphertext


def decode(token, serverSecret):
    outer_expire, mode, iv, ciphertext = read_frame(token)
    try:  # 11: whatever is wrong, it is one and the same failure
        if mode == "gcm":
            plaintext = AESGCM(serverSecret.encode()).decrypt(iv, ciphertext, None).decode()
        else:
            cipher, unpadder = Cipher(algorithms.AES256(serverSecret.encode()), modes.CBC(iv)), PKCS7(128).unpadder()
            padded = cipher.decryptor().update(ciphertext)
            plaintext = (unpadder.update(padded) + unpadder.finalize()).decode()
        values = json.loads(plaintext, parse_constant=lambda name: refuse_if(True, name))
    except (ValueError, InvalidTag, Refusal, RecursionError):
        raise Refusal("Decryption") from None
    refuse_if(not isinstance(values, dict), "Claims")
    claims = {name: read(values, key, low, high) for key, (name, low, high) in FIELDS.items()}
    refuse_if(claims["expire"] != outer_expire, "Claims")
    return {"mode": mode, "claims": claims, "iv": iv.hex(), "plaintext": plaintext}


def read(values, key, low, high):
    value = values.get(key)
    if key == "payload" and value is None:
        return ""
    if low is None:
        refuse_if(not isinstance(value, str) or re.search("[\ud800-\udfff]", value), "Claims")
        return value
    refuse_if(type(value) not in (int, float) or value != value // 1 or not low <= value <= high, "Claims")
    return int(value)


def verify(token, serverSecret, now, appId=None, userId=None, modes=("cbc", "gcm")):
    refuse_if(read_frame(token)[1] not in modes, "Mismatch")
    claims = decode(token, serverSecret)["claims"]
    refuse_if(claims["userId"] == "" or claims["expire"] <= claims["ctime"], "Claims")
    refuse_if(appId not in (None, claims["appId"]) or userId not in (None, claims["userId"]), "Mismatch")
    refuse_if(now >= claims["expire"], "Expired")
    return {"claims": claims}


DESCRIPTION = {"protocol": 1, "name": "reference in Python", "language": "Python", "version": "1", "dialect": "python",
               **dict.fromkeys(["generate", "decode", "verify"], ["cbc", "gcm"]), "controls": ["ctime", "nonce", "iv"]}
OPS = {"describe": lambda: DESCRIPTION, "generate": generate, "decode": decode, "verify": verify}
for line in sys.stdin.buffer:
    request = json.loads(line)
    answer = {"id": request.pop("id")}
    try:
        answer["ok"] = OPS[request.pop("op")](**request)
    except Refusal as refusal:
        answer["error"] = {"code": str(refusal), "message": "refused"}
    except (KeyError, TypeError):
        answer["unsupported"] = "an unknown op or field"
    print(json.dumps(answer), flush=True)
