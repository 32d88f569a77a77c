"""token04 in one file, as a testee: JSON lines on stdin and stdout (PROTOCOL.md). It is written after
docs/specification.md, whose sections the comments name, and needs the package `cryptography`.
"""

import base64
import json
import re
import secrets
import struct
import sys
import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes as cipher_modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.padding import PKCS7

IV_BYTES = {"cbc": 16, "gcm": 12}
SAFE = 2**53 - 1
FIELDS = {  # name in the JSON: (name in the claims, smallest, largest), or no range for a string
    "app_id": ("appId", 1, 2**32 - 1), "user_id": ("userId", None, None), "nonce": ("nonce", -SAFE, SAFE),
    "ctime": ("ctime", -SAFE, SAFE), "expire": ("expire", -SAFE, SAFE), "payload": ("payload", None, None),
}
ABSENT = object()  # what is not demanded: no value that a caller can pass


class Refusal(Exception):
    """The code of a failure; its text says nothing else."""


def refuse_if(wrong, code):
    if wrong:
        raise Refusal(code)


def is_text(value):
    return isinstance(value, str) and not re.search("[\ud800-\udfff]", value)


def key_of(secret):
    refuse_if(not is_text(secret) or len(secret.encode()) != 32, "serverSecret")
    return secret.encode()


def generate(mode, appId, userId, serverSecret, effectiveTimeInSeconds, payload, ctime=None, nonce=None, iv=None):
    refuse_if(mode not in IV_BYTES, "mode")
    refuse_if(not 1 <= appId < 2**32, "appId")
    refuse_if(not is_text(userId) or not 1 <= len(userId.encode("utf-16-le")) // 2 <= 64, "userId")
    key = key_of(serverSecret)
    refuse_if(not 1 <= effectiveTimeInSeconds <= 315_360_000, "effectiveTimeInSeconds")
    refuse_if(not is_text(payload), "payload")
    ctime = int(time.time()) if ctime is None else ctime
    values = {"app_id": appId, "user_id": userId, "nonce": secrets.randbelow(2**31) if nonce is None else nonce,
              "ctime": ctime, "expire": ctime + effectiveTimeInSeconds, "payload": payload}
    plaintext = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
    refuse_if(len(plaintext) > 65519, "TooLarge")
    iv = secrets.token_bytes(IV_BYTES[mode]) if iv is None else bytes.fromhex(iv)
    if mode == "gcm":
        ciphertext = AESGCM(key).encrypt(iv, plaintext, None)
    else:
        padder, encryptor = PKCS7(128).padder(), Cipher(algorithms.AES256(key), cipher_modes.CBC(iv)).encryptor()
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


def open_frame(frame, key):
    outer_expire, mode, iv, ciphertext = frame
    try:  # 11: whatever is wrong, it is one and the same failure
        if mode == "gcm":
            plaintext = AESGCM(key).decrypt(iv, ciphertext, None).decode()
        else:
            unpadder = PKCS7(128).unpadder()
            padded = Cipher(algorithms.AES256(key), cipher_modes.CBC(iv)).decryptor().update(ciphertext)
            plaintext = (unpadder.update(padded) + unpadder.finalize()).decode()
        values = json.loads(plaintext, parse_constant=lambda name: refuse_if(True, name))
    except (ValueError, InvalidTag, Refusal, RecursionError):
        raise Refusal("Decryption") from None
    refuse_if(not isinstance(values, dict), "Claims")
    claims = {name: read(values, key, low, high) for key, (name, low, high) in FIELDS.items()}
    refuse_if(claims["expire"] != outer_expire, "Claims")
    return claims, plaintext


def read(values, name, low, high):
    value = values.get(name)
    if name == "payload" and value is None:  # absent, or null
        return ""
    if low is None:
        refuse_if(not is_text(value), "Claims")
        return value
    refuse_if(type(value) not in (int, float) or value != value // 1 or not low <= value <= high, "Claims")
    return int(value)


def decode(token, serverSecret):
    key = key_of(serverSecret)
    frame = read_frame(token)
    claims, plaintext = open_frame(frame, key)
    return {"mode": frame[1], "claims": claims, "iv": frame[2].hex(), "plaintext": plaintext}


def verify(token, serverSecret, now, appId=ABSENT, userId=ABSENT, modes=("cbc", "gcm"), clockToleranceInSeconds=0,
           service="express"):
    refuse_if(appId is not ABSENT and not 1 <= appId < 2**32, "appId")
    refuse_if(userId is not ABSENT and (not is_text(userId) or userId == ""), "userId")
    refuse_if(not modes or not set(modes) <= set(IV_BYTES), "modes")
    refuse_if(isinstance(clockToleranceInSeconds, bool) or clockToleranceInSeconds < 0, "clockToleranceInSeconds")
    refuse_if(service not in ("express", "zim"), "service")
    keys = [key_of(secret) for secret in (serverSecret if isinstance(serverSecret, list) else [serverSecret])]
    refuse_if(not keys, "serverSecret")

    frame = read_frame(token)  # 6: in this order
    refuse_if(frame[1] not in modes, "Mismatch")
    claims = open_with_any(frame, keys)
    refuse_if(claims["userId"] == "" or claims["expire"] <= claims["ctime"], "Claims")
    refuse_if(appId not in (ABSENT, claims["appId"]) or userId not in (ABSENT, claims["userId"]), "Mismatch")
    left = claims["expire"] - now
    refuse_if(service == "zim" and (claims["payload"] != "" or left > 2_073_600), "Mismatch")
    refuse_if(now >= claims["expire"] + clockToleranceInSeconds, "Expired")
    refuse_if(service == "zim" and left < 30, "Expired")
    return {"claims": claims}


def open_with_any(frame, keys):
    for key in keys[:-1]:
        try:
            return open_frame(frame, key)[0]
        except Refusal as refusal:
            refuse_if(str(refusal) != "Decryption", str(refusal))
    return open_frame(frame, keys[-1])[0]


DESCRIPTION = {"protocol": 1, "name": "reference in Python", "language": "Python", "version": "1", "dialect": "python",
               **dict.fromkeys(["generate", "decode", "verify"], ["cbc", "gcm"]), "controls": ["ctime", "nonce", "iv"],
               "options": ["clockToleranceInSeconds", "service", "serverSecrets"]}
OPS = {"describe": lambda: DESCRIPTION, "generate": generate, "decode": decode, "verify": verify}


def answer(op, **fields):
    try:
        return {"ok": OPS[op](**fields)}
    except Refusal as refusal:
        return {"error": {"code": str(refusal), "message": "refused"}}
    except (KeyError, TypeError):
        return {"unsupported": "an unknown op or field"}


if __name__ == "__main__":
    for line in sys.stdin.buffer:
        request = json.loads(line)
        print(json.dumps({"id": request.pop("id"), **answer(**request)}), flush=True)
