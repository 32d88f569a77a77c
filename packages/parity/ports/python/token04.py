# token04 for Python: makes, reads and verifies tokens of ZEGOCLOUD. One file, made to be copied.
# Certified by @token04/parity 0.0.0 (packages/parity/ports/python).
#
# MIT License
#
# Copyright (c) 2026 token04 contributors
#
# Permission is hereby granted, free of charge, to any person obtaining a copy
# of this software and associated documentation files (the "Software"), to deal
# in the Software without restriction, including without limitation the rights
# to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is
# furnished to do so, subject to the following conditions:
#
# The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software.
#
# THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
# IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
# FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
# AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
# LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
# OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
# SOFTWARE.
"""Makes, reads and verifies token04, the tokens of ZEGOCLOUD.

    >>> token = generate(1, "demo", "fa94dd0f974cf2e293728a526b028271", 3600, mode="gcm")
    >>> verify(token, "fa94dd0f974cf2e293728a526b028271", modes=["gcm"]).user_id
    'demo'

Times are in seconds since 1970. No error holds a secret, a plaintext or a token.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import re
import secrets
import struct
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

MODES = ("cbc", "gcm")
IV_BYTES = {"cbc": 16, "gcm": 12}
MODE_BYTES = {b"": "cbc", b"\0": "cbc", b"\1": "gcm"}  # what may follow the ciphertext
TAG_BYTES = 16
MAX_PLAINTEXT_BYTES = 65535 - TAG_BYTES
MAX_TOKEN_LENGTH = 87422  # of the largest ciphertext, in base64
MAX_APP_ID = 2**32 - 1
MAX_SAFE = 2**53 - 1  # what every language's numbers hold
TEN_YEARS = 315_360_000
ZIM_MAX_REMAINING = 24 * 24 * 3600
ZIM_MIN_REMAINING = 30

_ANY: Any = object()  # not None, which may come out by mistake and would turn a check off


class Token04Error(Exception):
    """The only error that this module raises. It may be logged; ``code`` says what it is about."""

    code: str


class ArgumentError(Token04Error, ValueError):
    """A bad argument. Its code ends with APP_ID, USER_ID, SECRET, EFFECTIVE_TIME, PAYLOAD,
    TOO_LARGE or ARGUMENT."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = "ERR_TOKEN04_" + code


class MalformedError(Token04Error):
    """It is no well-formed token."""

    code = "ERR_TOKEN04_MALFORMED"


class DecryptionError(Token04Error):
    """It is of another secret, or altered."""

    code = "ERR_TOKEN04_DECRYPTION"


class ClaimsError(Token04Error):
    """It is decrypted, but a claim is missing, of a wrong type or out of range."""

    code = "ERR_TOKEN04_CLAIMS"


class ExpiredError(Token04Error):
    """It is good no longer."""

    code = "ERR_TOKEN04_EXPIRED"


class MismatchError(Token04Error):
    """It is good, but of another app, user, mode or service than demanded."""

    code = "ERR_TOKEN04_MISMATCH"


@dataclass(frozen=True)
class Claims:
    """What a token says. ``expire`` is the first second in which it is no longer good; ``payload``
    is empty in a token that is limited to no room."""

    app_id: int
    user_id: str
    nonce: int
    ctime: int
    expire: int
    payload: str


@dataclass(frozen=True)
class Decoded:
    """A token as it was read. ``plaintext`` is its JSON as its maker spelled it."""

    claims: Claims
    mode: str
    iv: bytes
    plaintext: str


def generate(
    app_id: int,
    user_id: str,
    server_secret: str,
    effective_time_in_seconds: int,
    payload: str = "",
    *,
    mode: str = "cbc",
    allow_long_lived: bool = False,
) -> str:
    """Make a token, with an IV and a nonce of its own from ``secrets``.

    ``app_id`` is from 1 to 4294967295; ``user_id``, with which the user logs in, has 1 to 64 UTF-16
    units; ``server_secret`` has 32 bytes; the time is a duration of at most ten years, unless
    ``allow_long_lived``; ``payload`` is what ``room_payload`` makes, or empty.

    Raises ArgumentError: the arguments are checked in their order, and then the token's size.
    """
    ctime = int(time.time())
    _check_app_id(app_id)
    units = len(_utf8("user_id", user_id, "USER_ID").decode().encode("utf-16-le")) // 2
    if not 1 <= units <= 64:
        raise _bad("user_id", "a string of 1 to 64 UTF-16 units", f"{units} units", "USER_ID")
    _key(server_secret)
    longest = MAX_SAFE - ctime if allow_long_lived else TEN_YEARS
    if not _is_integer(effective_time_in_seconds, 1, longest):
        expected = f"an integer from 1 to {longest} (seconds, no timestamp)"
        got = _describe(effective_time_in_seconds)
        raise _bad("effective_time_in_seconds", expected, got, "EFFECTIVE_TIME")
    if mode not in MODES:
        raise _bad("mode", '"cbc" or "gcm"', _describe(mode))
    expire = ctime + effective_time_in_seconds
    claims = Claims(app_id, user_id, secrets.randbelow(2**31), ctime, expire, payload)
    return encode_vector(claims, server_secret, mode, secrets.token_bytes(IV_BYTES[mode]))


def room_payload(
    room_id: str,
    *,
    login: bool = True,
    publish: bool = False,
    stream_ids: Sequence[str] | None = None,
) -> str:
    """The payload of a token that lets its user into one room, whose ID has 1 to 127 UTF-8 bytes.
    It counts only where ZEGO's support has enabled room privileges for the app.

    ``stream_ids`` are the streams that may be published, None for any. Raises ArgumentError.
    """
    if not 1 <= len(_utf8("room_id", room_id)) <= 127:
        raise _bad("room_id", "a string of 1 to 127 UTF-8 bytes", f"{len(room_id.encode())} bytes")
    for name, value in (("login", login), ("publish", publish)):
        if not isinstance(value, bool):
            raise _bad(name, "True or False", _describe(value))
    if stream_ids is not None:
        is_list = isinstance(stream_ids, Sequence) and not isinstance(stream_ids, str)
        got = f"{_describe(stream_ids)} with publish={publish}"
        stream_ids = list(stream_ids) if is_list else []
        if not stream_ids or not publish or not all(_utf8("stream_ids", one) for one in stream_ids):
            raise _bad("stream_ids", "None, or with publish a list, none empty", got)
    privilege = {"1": int(login), "2": int(publish)}
    return _dump({"room_id": room_id, "privilege": privilege, "stream_id_list": stream_ids})


def encode_vector(claims: Claims, server_secret: str, mode: str, iv: bytes) -> str:
    """Make a token of chosen claims and a chosen IV. It is there for test vectors: an IV that is
    used twice under one secret gives tokens away, in GCM the key's own protection too."""
    key = _key(server_secret)
    _utf8("payload", claims.payload, "PAYLOAD")
    # Claims are in the order of the official generator, and json writes what that writes.
    plaintext = _dump(vars(claims)).encode()
    if len(plaintext) > MAX_PLAINTEXT_BYTES:
        expected = f"at most {MAX_PLAINTEXT_BYTES} bytes of JSON with the rest"
        raise _bad("payload", expected, str(len(plaintext)), "TOO_LARGE")
    if len(iv) != IV_BYTES[mode]:
        raise _bad("iv", f"{IV_BYTES[mode]} bytes", str(len(iv)))
    if mode == "gcm":
        ciphertext = AESGCM(key).encrypt(iv, plaintext, None)
    else:
        count = 16 - len(plaintext) % 16
        ciphertext = (
            Cipher(AES(key), CBC(iv)).encryptor().update(plaintext + bytes([count]) * count)
        )
    head = struct.pack(">qH", claims.expire, len(iv)) + iv + struct.pack(">H", len(ciphertext))
    body = head + ciphertext + (b"\1" if mode == "gcm" else b"")
    return "04" + base64.b64encode(body).decode()


def decode(token: str, server_secret: str) -> Decoded:
    """Read a token of any official generator. It asks no clock: whether a token is good is what
    ``verify`` answers.

    Raises ArgumentError (the secret), MalformedError, DecryptionError, ClaimsError.
    """
    return _read(token, [_key(server_secret)], MODES)


def verify(
    token: str,
    server_secret: str | Sequence[str],
    *,
    app_id: int = _ANY,
    user_id: str = _ANY,
    modes: Sequence[str] = _ANY,
    now: float = _ANY,
    clock_tolerance_in_seconds: float = 0,
    service: str = "express",
) -> Claims:
    """The claims of a token that is good: decrypted by the secret (of several, by the first that
    fits), with a user and a lifetime, not expired, and as demanded. What is not given is not
    demanded; None is no way to leave it out.

    Whoever decides anything by a token's user or app passes ``modes=["gcm"]``, since a CBC token
    does not prove who made it. ``now`` is in seconds since 1970, the clock unless given.
    ``service="zim"`` refuses what ZIM refuses: a payload, more than 24 days left, less than 30
    seconds left.

    Raises ArgumentError, MalformedError, DecryptionError, ClaimsError, ExpiredError, MismatchError.
    """
    given = server_secret if isinstance(server_secret, (list, tuple)) else [server_secret]
    keys = [_key(one) for one in given]
    if not keys:
        raise _bad("server_secret", "a string or a list of them", "an empty list", "SECRET")
    if app_id is not _ANY:
        _check_app_id(app_id)
    if user_id is not _ANY and not _utf8("user_id", user_id, "USER_ID"):
        raise _bad("user_id", "a string, not empty", "an empty one", "USER_ID")
    modes = MODES if modes is _ANY else modes
    is_list = isinstance(modes, (list, tuple))
    others = [mode for mode in modes if mode not in MODES] if is_list else []
    if not is_list or not modes or others:
        got = f"a list with {_describe(others[0])}" if others else _describe(modes)
        raise _bad("modes", 'a list of "cbc", "gcm" or both', got)
    now = time.time() if now is _ANY else now
    for name, number in (("now", now), ("clock_tolerance_in_seconds", clock_tolerance_in_seconds)):
        if (
            type(number) not in (int, float)
            or not -math.inf < number < math.inf
            or (name != "now" and number < 0)
        ):
            raise _bad(
                name, "a finite number" + " of at least 0" * (name != "now"), _describe(number)
            )
    if service not in ("express", "zim"):
        raise _bad("service", '"express" or "zim"', _describe(service))

    claims = _read(token, keys, modes).claims
    if not claims.user_id or claims.expire <= claims.ctime:
        raise ClaimsError("user_id is empty, or expire is not after ctime")
    if app_id not in (_ANY, claims.app_id):
        raise MismatchError("it is of another app")
    if user_id not in (_ANY, claims.user_id):
        raise MismatchError("it is of another user")
    if service == "zim" and claims.payload:
        raise MismatchError("ZIM takes no payload")
    if service == "zim" and claims.expire - now > ZIM_MAX_REMAINING:
        raise MismatchError("ZIM takes 24 days at most")
    if now >= claims.expire + clock_tolerance_in_seconds:
        raise ExpiredError("it has expired")
    if service == "zim" and claims.expire - now < ZIM_MIN_REMAINING:
        raise ExpiredError("it expires within 30 seconds")
    return claims


def _read(token: str, keys: Sequence[bytes], modes: Sequence[str]) -> Decoded:
    expire, mode, iv, ciphertext = _read_frame(token)
    if mode not in modes:  # before anything is decrypted
        raise MismatchError(f"its mode is {mode}")
    for key in keys:
        fields, plaintext = _open(key, mode, iv, ciphertext)
        if plaintext is not None:
            return Decoded(_read_claims(fields, expire), mode, iv, plaintext)
    raise DecryptionError("it is of another server secret, or altered")


def _read_frame(token: str) -> tuple[int, str, bytes, bytes]:
    if not isinstance(token, str) or len(token) > MAX_TOKEN_LENGTH or not token.startswith("04"):
        raise MalformedError("it is no string that starts with 04, or too long")
    try:
        body = base64.b64decode(token[2:], validate=True)
        if base64.b64encode(body).decode() != token[2:]:  # bits that no byte holds
            raise binascii.Error
        expire, iv_bytes = struct.unpack_from(">qH", body)
        iv, rest = body[10 : 10 + iv_bytes], body[10 + iv_bytes :]
        (length,) = struct.unpack_from(">H", rest)
    except (ValueError, struct.error):
        raise MalformedError("it is not canonical base64, or cut short") from None
    ciphertext, mode = rest[2 : 2 + length], MODE_BYTES.get(rest[2 + length :])
    is_whole = len(ciphertext) == length >= TAG_BYTES
    if not is_whole or iv_bytes != IV_BYTES.get(mode or "") or (mode == "cbc" and length % 16 != 0):
        raise MalformedError("its IV, ciphertext and last byte are of no mode")
    return expire, mode or "", iv, ciphertext


def _open(key: bytes, mode: str, iv: bytes, ciphertext: bytes) -> tuple[Any, str | None]:
    """The JSON and its text, or no text. UTF-8 and JSON are tried whatever the padding says, so
    that neither an error nor the time tells which of them was wrong."""
    if mode == "gcm":
        try:
            plaintext, is_intact = AESGCM(key).decrypt(iv, ciphertext, None), True
        except InvalidTag:
            plaintext, is_intact = b"", False
    else:
        plaintext, is_intact = _unpad(Cipher(AES(key), CBC(iv)).decryptor().update(ciphertext))
    try:
        text = plaintext.decode()
        # json would take NaN, and integers of any length in a time that grows with its square.
        fields = json.loads(text, parse_constant=_refuse_constant, parse_int=_parse_integer)
    except (ValueError, RecursionError):
        is_intact = False
    return (fields, text) if is_intact else (None, None)


def _unpad(padded: bytes) -> tuple[bytes, bool]:
    """Take off PKCS#7 without a branch or an index that depends on the bytes; a bad padding leaves
    them in place."""
    count = padded[-1]
    bad = ((count - 1) | (16 - count)) >> 8  # not 0 for a count of 0 or above a block
    for i in range(1, 17):
        bad |= ((i - 1 - count) >> 8) & (padded[-i] ^ count)  # all ones while i <= count, else 0
    intact = ~(bad | -bad) >> 8  # all ones for 0, else 0
    return padded[: len(padded) - (count & intact)], intact != 0


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _parse_integer(digits: str) -> float:
    return int(digits) if len(digits) <= 17 else math.inf  # which is out of every range, too


def _read_claims(fields: Any, outer_expire: int) -> Claims:
    if not isinstance(fields, dict):
        raise ClaimsError("it holds no JSON object")
    if fields.get("payload") is None:
        fields["payload"] = ""  # some official generators write null where the caller gives none
    for name in ("app_id", "nonce", "ctime", "expire"):
        low, high = (1, MAX_APP_ID) if name == "app_id" else (-MAX_SAFE, MAX_SAFE)
        if not _is_integer(fields.get(name), low, high):
            raise ClaimsError(f"{name} must be an integer from {low} to {high}")
    for name in ("user_id", "payload"):
        if not _is_text(fields.get(name)):
            raise ClaimsError(f"{name} must be a well-formed string")
    if fields["expire"] != outer_expire:
        raise ClaimsError("expire is not the outer one")
    return Claims(**{name: fields[name] for name in Claims.__dataclass_fields__})


def _dump(fields: dict[str, Any]) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _is_integer(value: Any, low: int, high: int) -> bool:
    return type(value) is int and low <= value <= high  # True is an int, too


def _is_text(value: Any) -> bool:
    """Whether it is a string that UTF-8 can hold: half of a surrogate pair it cannot."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False


def _utf8(name: str, value: Any, code: str = "ARGUMENT") -> bytes:
    if not _is_text(value):
        got = "half of a surrogate pair" if isinstance(value, str) else _describe(value)
        raise _bad(name, "a well-formed string", got, code)
    return value.encode()


def _key(secret: Any) -> bytes:
    """The bytes of the secret's text, which is not decoded from hex."""
    key = _utf8("server_secret", secret, "SECRET")
    if len(key) != 32:
        expected = "32 UTF-8 bytes (not the AppSign)"
        raise _bad("server_secret", expected, f"{len(key)} bytes", "SECRET")
    return key


def _check_app_id(app_id: Any) -> None:
    if not _is_integer(app_id, 1, MAX_APP_ID):
        raise _bad("app_id", f"an integer from 1 to {MAX_APP_ID}", _describe(app_id), "APP_ID")


def _describe(value: Any) -> str:
    """What came, in words: nothing of a string that may be a secret, nothing of what is within."""
    if value is None or (type(value) in (int, float, bool) and -1e20 < value < 1e20):
        return str(value)
    is_plain = isinstance(value, str) and re.fullmatch(r"[\w.+-]{0,20}", value, re.ASCII)
    if isinstance(value, (list, tuple)):
        return f"a {type(value).__name__} of {len(value)}"
    return f'the string "{value}"' if is_plain else f"a value of type {type(value).__name__}"


def _bad(name: str, expected: str, got: str, code: str = "ARGUMENT") -> ArgumentError:
    return ArgumentError(code, f"{name} must be {expected}, got {got}")
