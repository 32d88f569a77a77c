//! token04.rs as a testee (PROTOCOL.md): a JSON request a line on stdin, an answer a line on stdout.

#[path = "../token04.rs"]
mod token04;

use std::io::{self, BufRead, Write};

use serde_json::{Map, Value, json};
use token04::Demand::{Any, Is};
use token04::{Claims, ErrorKind, Mode, Policy, Request, Service};

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
    let mut stdout = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        writeln!(stdout, "{}", answer(&line?))?;
        stdout.flush()?;
    }
    Ok(())
}

fn answer(line: &str) -> Value {
    let mut fields: Map<String, Value> =
        serde_json::from_str(line).expect("a request is an object");
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
        "version": concat!("RustCrypto, edition 2024, Rust ", env!("CARGO_PKG_RUST_VERSION"), " or newer"),
        "dialect": "node", "generate": modes, "decode": modes, "verify": modes,
        "controls": ["ctime", "nonce", "iv"],
        "options": ["clockToleranceInSeconds", "service"],
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
    let (token, server_secret) = (fields.text("token")?, fields.text("serverSecret")?);
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
    Ok(json!({ "claims": claims(&token04::verify(&token, &[&server_secret], &policy)?) }))
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
