//! What the suite's protocol has no words for: room payloads, long lives, several secrets.

use token04::Demand::Is;
use token04::{ErrorKind, Mode, Policy, Request, Room, decode, generate, room_payload, verify};

const SECRET: &str = "fa94dd0f974cf2e293728a526b028271";
const OTHER: &str = "00000000000000000000000000000000";
const TEN_YEARS: i64 = 315_360_000;

fn room<'a>(room_id: &'a str, publish: bool, stream_ids: Option<&'a [&'a str]>) -> Room<'a> {
    Room { room_id, login: !publish, publish, stream_ids }
}

fn request(effective_time_in_seconds: i64, allow_long_lived: bool) -> Request<'static> {
    Request {
        app_id: 1,
        user_id: "demo",
        server_secret: SECRET,
        effective_time_in_seconds,
        payload: "",
        mode: Mode::Gcm,
        allow_long_lived,
    }
}

#[test]
fn a_room_payload() {
    let payload = room_payload(&room("demo", false, None)).unwrap();
    assert_eq!(payload, r#"{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}"#);
    let payload = room_payload(&room("\"", true, Some(&["a", "b"]))).unwrap();
    let expected = r#"{"room_id":"\"","privilege":{"1":0,"2":1},"stream_id_list":["a","b"]}"#;
    assert_eq!(payload, expected);
    assert!(room_payload(&room(&"x".repeat(127), false, None)).is_ok());
}

#[test]
fn a_room_that_is_refused() {
    let (long, wide) = ("x".repeat(128), "房".repeat(43));
    let rooms = [
        room("", true, None),
        room(&long, true, None),
        room(&wide, true, None),
        room("demo", true, Some(&[])),
        room("demo", true, Some(&["a", ""])),
        room("demo", false, Some(&["a"])),
    ];
    for room in rooms {
        assert_eq!(room_payload(&room).unwrap_err().kind, ErrorKind::Argument, "{room:?}");
    }
}

#[test]
fn a_long_life() {
    for request in [request(TEN_YEARS + 1, false), request(1 << 53, true), request(0, true)] {
        assert_eq!(generate(&request).unwrap_err().kind, ErrorKind::EffectiveTime);
    }
    let token = generate(&request(TEN_YEARS + 1, true)).unwrap();
    let claims = decode(&token, SECRET).unwrap().claims;
    assert_eq!(claims.expire - claims.ctime, TEN_YEARS + 1);
}

#[test]
fn several_secrets() {
    let token = generate(&request(60, false)).unwrap();
    let kind = |secrets: &[&str]| verify(&token, secrets, &Policy::default()).unwrap_err().kind;
    assert_eq!(verify(&token, &[OTHER, SECRET], &Policy::default()).unwrap().user_id, "demo");
    assert_eq!(kind(&[OTHER]), ErrorKind::Decryption);
    assert_eq!(kind(&[]), ErrorKind::Secret);
    assert_eq!(kind(&[SECRET, "short"]), ErrorKind::Secret);
}

#[test]
fn demands_that_are_none() {
    let token = generate(&request(60, false)).unwrap();
    let kind = |policy| verify(&token, &[SECRET], &policy).unwrap_err().kind;
    assert_eq!(kind(Policy { app_id: Is(0), ..Policy::default() }), ErrorKind::AppId);
    assert_eq!(kind(Policy { user_id: Is(""), ..Policy::default() }), ErrorKind::UserId);
    assert_eq!(kind(Policy { modes: Is(&[]), ..Policy::default() }), ErrorKind::Argument);
    assert_eq!(kind(Policy { now: Some(f64::NAN), ..Policy::default() }), ErrorKind::Argument);
    let clock_tolerance_in_seconds = -1.0;
    let policy = Policy { clock_tolerance_in_seconds, ..Policy::default() };
    assert_eq!(kind(policy), ErrorKind::Argument);
}
