//! token04.rs as a testee (PROTOCOL.md): a JSON request a line on stdin, an answer a line on
//! stdout. With the arguments `bench N` it measures instead: ns per token.

#[path = "../token04.rs"]
mod token04;

use std::env;
use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::Instant;

use serde_json::{Map, Value, json};
use token04::Demand::{Any, Is};
use token04::{Claims, ErrorKind, Mode, Policy, Request, Room, Service};

const OPTIONS: &[&str] = &["clockToleranceInSeconds", "service", "serverSecrets"];

/// What is written in place of `ok`.
enum Refusal {
    Error(ErrorKind, String),
    Unsupported(String),
}

impl From<token04::Error> for Refusal {
    fn from(error: token04::Error) -> Self {
        Self::Error(error.kind, error.message)
    }
}

type Answer = Result<Value, Refusal>;

fn main() -> io::Result<()> {
    if let [_, _, count] = env::args().collect::<Vec<_>>().as_slice() {
        println!("{}", bench(count.parse().expect("bench N")));
        return Ok(());
    }
    let mut stdout = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        writeln!(stdout, "{}", answer(&line?))?;
        stdout.flush()?;
    }
    Ok(())
}

fn answer(line: &str) -> Value {
    let Ok(mut fields) = serde_json::from_str::<Map<String, Value>>(line) else {
        // No Rust string holds half of a surrogate pair; the id of such a line is known by its place.
        let id = line.strip_prefix(r#"{"id":"#).and_then(|rest| rest.split(',').next());
        let id: Option<u64> = id.and_then(|id| id.parse().ok());
        let message = "the request is no JSON that Rust reads";
        return json!({ "id": id, "error": { "code": "Argument", "message": message } });
    };
    let id = fields.remove("id");
    let op = fields.remove("op");
    let mut fields = Fields(fields);
    let answer = match op.as_ref().and_then(Value::as_str) {
        Some("describe") => Ok(describe()),
        Some("generate") => generate(&mut fields),
        Some("decode") => decode(&mut fields),
        Some("verify") => verify(&mut fields),
        _ => Err(Refusal::Unsupported("unknown op".to_owned())),
    };
    match answer {
        Ok(ok) => json!({ "id": id, "ok": ok }),
        Err(Refusal::Unsupported(reason)) => json!({ "id": id, "unsupported": reason }),
        Err(Refusal::Error(kind, message)) => {
            json!({ "id": id, "error": { "code": format!("{kind:?}"), "message": message } })
        }
    }
}

fn describe() -> Value {
    let modes = ["cbc", "gcm"];
    json!({
        "protocol": 1, "name": "Rust port", "language": "Rust",
        "version": "RustCrypto's aes-gcm and cbc, serde_json",
        "dialect": "node", "generate": modes, "decode": modes, "verify": modes,
        "controls": ["ctime", "nonce", "iv"],
        "options": OPTIONS,
    })
}

fn generate(fields: &mut Fields) -> Answer {
    let mode = mode(&fields.text("mode")?)?;
    let (user_id, server_secret) = (fields.text("userId")?, fields.text("serverSecret")?);
    let payload = fields.text("payload")?;
    let app_id = fields.app_id()?.unwrap_or_default();
    let effective_time_in_seconds = fields.integer("effectiveTimeInSeconds")?.unwrap_or_default();
    let (ctime, nonce) = (fields.integer("ctime")?, fields.integer("nonce")?);
    let iv = fields.optional("iv").map(|iv| hex(iv.as_str().unwrap_or_default()));
    fields.none_left()?;

    let is_chosen = ctime.is_some() || nonce.is_some() || iv.is_some();
    let token = token04::generate(&Request {
        app_id,
        user_id: &user_id,
        server_secret: &server_secret,
        effective_time_in_seconds,
        // The size is judged where the token is encoded: a drawn nonce may be longer than a chosen.
        payload: if is_chosen { "" } else { &payload },
        mode,
        ..Request::default()
    })?;
    if !is_chosen {
        return Ok(json!({ "token": token }));
    }
    let drawn = token04::decode(&token, &server_secret)?;
    let ctime = ctime.unwrap_or(drawn.claims.ctime);
    let claims = Claims {
        ctime,
        expire: ctime + effective_time_in_seconds,
        nonce: nonce.unwrap_or(drawn.claims.nonce),
        payload,
        ..drawn.claims
    };
    let iv = iv.unwrap_or(drawn.iv);
    Ok(json!({ "token": token04::encode_for_vectors(&claims, &server_secret, mode, &iv)? }))
}

fn decode(fields: &mut Fields) -> Answer {
    let (token, server_secret) = (fields.text("token")?, fields.text("serverSecret")?);
    fields.none_left()?;
    let decoded = token04::decode(&token, &server_secret)?;
    let iv: String = decoded.iv.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(json!({
        "mode": match decoded.mode { Mode::Cbc => "cbc", Mode::Gcm => "gcm" },
        "claims": claims(&decoded.claims),
        "iv": iv,
        "plaintext": decoded.plaintext,
    }))
}

fn verify(fields: &mut Fields) -> Answer {
    let token = fields.text("token")?;
    let secrets = match fields.optional("serverSecret") {
        Some(Value::Array(secrets)) if OPTIONS.contains(&"serverSecrets") => secrets,
        secret => Vec::from_iter(secret),
    };
    let secrets: Option<Vec<_>> = secrets.iter().map(Value::as_str).collect();
    let secrets = secrets.ok_or_else(|| argument("serverSecret"))?;
    let user_id = fields.optional("userId");
    let user_id = user_id.as_ref().map(|user_id| user_id.as_str().unwrap_or_default());
    let modes = fields.optional("modes").map(|modes| {
        let modes = modes.as_array().map_or(&[][..], Vec::as_slice);
        modes
            .iter()
            .map(|name| mode(name.as_str().unwrap_or_default()))
            .collect::<Result<Vec<_>, _>>()
    });
    let modes = modes.transpose()?;
    let policy = Policy {
        app_id: fields.app_id()?.map_or(Any, Is),
        user_id: user_id.map_or(Any, Is),
        modes: modes.as_deref().map_or(Any, Is),
        now: fields.optional("now").and_then(|now| now.as_f64()),
        clock_tolerance_in_seconds: fields
            .optional("clockToleranceInSeconds")
            .map_or(0.0, |seconds| seconds.as_f64().unwrap_or(f64::NAN)),
        service: match fields.optional("service").as_ref().map(Value::as_str) {
            None | Some(Some("express")) => Service::Express,
            Some(Some("zim")) => Service::Zim,
            Some(_) => return Err(argument("service")),
        },
    };
    fields.none_left()?;
    Ok(json!({ "claims": claims(&token04::verify(&token, &secrets, &policy)?) }))
}

/// The fields of a request that were not read yet.
struct Fields(Map<String, Value>);

impl Fields {
    fn optional(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    fn text(&mut self, name: &'static str) -> Result<String, Refusal> {
        match self.optional(name) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(argument(name)),
        }
    }

    fn integer(&mut self, name: &'static str) -> Result<Option<i64>, Refusal> {
        let integer = self.optional(name).map(|value| value.as_i64().ok_or_else(|| argument(name)));
        integer.transpose()
    }

    /// What is no u32 cannot even be asked of token04.rs: the compiler refuses it.
    fn app_id(&mut self) -> Result<Option<u32>, Refusal> {
        let out_of_range = || Refusal::Error(ErrorKind::AppId, "app_id is no u32".to_owned());
        let app_id = self.integer("appId")?;
        app_id.map(|app_id| app_id.try_into().map_err(|_| out_of_range())).transpose()
    }

    fn none_left(&self) -> Result<(), Refusal> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(name) => Err(Refusal::Unsupported(format!("unknown field {name}"))),
        }
    }
}

fn argument(name: &str) -> Refusal {
    Refusal::Error(ErrorKind::Argument, format!("{name} is missing or of a wrong type"))
}

fn mode(name: &str) -> Result<Mode, Refusal> {
    match name {
        "cbc" => Ok(Mode::Cbc),
        "gcm" => Ok(Mode::Gcm),
        _ => Err(argument("mode")),
    }
}

fn claims(claims: &Claims) -> Value {
    json!({
        "appId": claims.app_id, "userId": claims.user_id, "ctime": claims.ctime,
        "expire": claims.expire, "nonce": claims.nonce, "payload": claims.payload,
    })
}

fn hex(digits: &str) -> Vec<u8> {
    let byte = |i| u8::from_str_radix(&digits[i..i + 2], 16).expect("iv is in hex digits");
    (0..digits.len()).step_by(2).map(byte).collect()
}

fn bench(count: u32) -> Value {
    let server_secret = "fa94dd0f974cf2e293728a526b028271";
    let room = Room { room_id: "demo", login: true, publish: false, stream_ids: None };
    let payload = token04::room_payload(&room).expect("a good room");
    let mut figures = json!({});
    for (name, mode) in [("cbc", Mode::Cbc), ("gcm", Mode::Gcm)] {
        let request = Request {
            app_id: 1,
            user_id: "demo",
            server_secret,
            effective_time_in_seconds: 3600,
            payload: &payload,
            mode,
            ..Request::default()
        };
        let modes = [mode];
        let policy = Policy { modes: Is(&modes), ..Policy::default() };
        let token = token04::generate(&request).expect("a good request");
        figures["generate"][name] = measure(count, || token04::generate(&request).is_ok());
        figures["verify"][name] =
            measure(count, || token04::verify(&token, &[server_secret], &policy).is_ok());
    }
    figures
}

fn measure(count: u32, run: impl Fn() -> bool) -> Value {
    for _ in 0..count / 10 {
        black_box(run());
    }
    let start = Instant::now();
    for _ in 0..count {
        black_box(run());
    }
    Value::from((start.elapsed() / count).as_nanos() as u64)
}
