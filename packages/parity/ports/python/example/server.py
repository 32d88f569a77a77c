"""A server on FastAPI that gives a token to a user who is logged in."""

import os
import secrets
import socket
import sys
from pathlib import Path
from typing import Annotated

import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Query, Response
from fastapi.security import HTTPBasic, HTTPBasicCredentials

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # where token04.py is

import token04

APP_ID = int(os.environ["ZEGO_APP_ID"])
SERVER_SECRET = os.environ["ZEGO_SERVER_SECRET"]

app = FastAPI()


def logged_in(credentials: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]) -> str:
    """Stands for the app's own login: here one user, demo, whose password is demo."""
    given = f"{credentials.username}:{credentials.password}".encode()
    if not secrets.compare_digest(given, b"demo:demo"):
        raise HTTPException(401, "log in first", {"WWW-Authenticate": "Basic"})
    return credentials.username


@app.get("/token")
def token(
    room: Annotated[str, Query(max_length=127)],
    user_id: Annotated[str, Depends(logged_in)],
    response: Response,
) -> dict[str, str]:
    # Here the app decides whether this user may enter this room.
    try:
        payload = token04.room_payload(room)
    except token04.ArgumentError as error:
        raise HTTPException(400, str(error)) from error
    response.headers["Cache-Control"] = "no-store"
    return {"token": token04.generate(APP_ID, user_id, SERVER_SECRET, 3600, payload, mode="gcm")}


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", int(os.environ.get("PORT", "8080"))))
    print(f"listening on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listener])
