//! `GET /token?room=…` gives the user who is logged in a token for one room.

#[path = "../../token04.rs"]
mod token04;

use std::collections::HashMap;
use std::env;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::{Json, Router, routing::get};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use token04::{Mode, Request, Room};

struct App {
    app_id: u32,
    server_secret: String,
}

/// Put the login of your app here. This one knows the user `demo` with the password `demo`.
fn logged_in_user(headers: &HeaderMap) -> Option<String> {
    let credentials = headers.get(AUTHORIZATION)?.to_str().ok()?.strip_prefix("Basic ")?;
    let credentials = String::from_utf8(BASE64_STANDARD.decode(credentials).ok()?).ok()?;
    let (user, password) = credentials.split_once(':')?;
    (user == "demo" && password == "demo").then(|| user.to_owned())
}

async fn token(
    State(app): State<Arc<App>>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Result<Json<Value>, StatusCode> {
    let user_id = logged_in_user(&headers).ok_or(StatusCode::UNAUTHORIZED)?;
    let room_id = query.get("room").ok_or(StatusCode::BAD_REQUEST)?;
    // Here your app decides whether this user may enter this room.
    let room = Room { room_id, login: true, publish: false, stream_ids: None };
    let payload = token04::room_payload(&room).map_err(|_| StatusCode::BAD_REQUEST)?;
    let token = token04::generate(&Request {
        app_id: app.app_id,
        user_id: &user_id,
        server_secret: &app.server_secret,
        effective_time_in_seconds: 3600,
        payload: &payload,
        mode: Mode::Gcm,
        ..Request::default()
    });
    // The error holds no secret; a real app logs it.
    let token = token.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(Json(json!({ "token": token })))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = App {
        app_id: env::var("ZEGO_APP_ID")?.parse()?,
        server_secret: env::var("ZEGO_SERVER_SECRET")?,
    };
    let port: u16 = env::var("PORT").map_or(Ok(0), |port| port.parse())?;
    let router = Router::new().route("/token", get(token)).with_state(Arc::new(app));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}
