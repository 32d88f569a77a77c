//! token04 for Rust: makes, reads and verifies tokens of ZEGOCLOUD. One file, made to be copied.
//! Certified by @token04/parity 0.0.0 (packages/parity/ports/rust).
//!
//! MIT License
//!
//! Copyright (c) 2026 token04 contributors
//!
//! Permission is hereby granted, free of charge, to any person obtaining a copy
//! of this software and associated documentation files (the "Software"), to deal
//! in the Software without restriction, including without limitation the rights
//! to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
//! copies of the Software, and to permit persons to whom the Software is
//! furnished to do so, subject to the following conditions:
//!
//! The above copyright notice and this permission notice shall be included in all
//! copies or substantial portions of the Software.
//!
//! THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
//! IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
//! FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
//! AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
//! LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
//! OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
//! SOFTWARE.

// An app uses only a part of this file.
#![allow(dead_code)]

use std::fmt;
use std::time::SystemTime;

use aes_gcm::{Aes256Gcm, KeyInit, aead::Aead, aes::Aes256};
use base64::{Engine, engine::general_purpose::STANDARD};
use cbc::cipher::array::{Array, ArraySize};
use cbc::cipher::block_padding::{NoPadding, Pkcs7};
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use serde_json::{Value, json};

const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;
const TEN_YEARS: i64 = 315_360_000;
/// The block of AES; the IV in CBC and the tag in GCM have the same length.
const BLOCK_BYTES: usize = 16;
/// A ciphertext has at most 65,535 bytes, of which 16 are the tag, or up to 16 the padding.
const MAX_PLAINTEXT_BYTES: usize = 65_519;
/// `04` and the base64 of 12 + 16 + 65,535 + 1 bytes.
const MAX_TOKEN_BYTES: usize = 87_422;
const ZIM_MAX_SECONDS: f64 = 2_073_600.0;
const ZIM_MIN_SECONDS: f64 = 30.0;

/// How a token is encrypted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// AES-256-CBC: what ZEGO's documented samples make. It proves nothing about who made a token.
    #[default]
    Cbc,
    /// AES-256-GCM, which ZEGO recommends since 2024.
    Gcm,
}

impl Mode {
    fn iv_bytes(self) -> usize {
        if self == Mode::Cbc { BLOCK_BYTES } else { 12 }
    }
}

/// Whose limits a token is verified by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Service {
    #[default]
    Express,
    /// No payload, at most 24 days from now, at least 30 seconds left.
    Zim,
}

/// What an [`Error`] is about: down to `Argument` an argument, then a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    AppId,
    UserId,
    Secret,
    EffectiveTime,
    TooLarge,
    Argument,
    /// Not a well-formed token: version, base64, lengths, mode.
    Malformed,
    /// Another secret, padding, tag, UTF-8 or JSON: one kind, so that nobody can tell them apart.
    Decryption,
    /// Decrypted, but a field is missing or wrong, or the two `expire` differ.
    Claims,
    Expired,
    /// Good, but of another app, user, mode or service than demanded.
    Mismatch,
}

/// The only error of this module. It holds no secret, plaintext or token, so it may be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    pub kind: ErrorKind,
    pub message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

pub type Result<T> = std::result::Result<T, Error>;

fn error(kind: ErrorKind, message: impl fmt::Display) -> Error {
    Error { kind, message: message.to_string() }
}

fn ensure(holds: bool, kind: ErrorKind, message: impl fmt::Display) -> Result<()> {
    if holds { Ok(()) } else { Err(error(kind, message)) }
}

/// What a token says. Times are in seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    pub app_id: u32,
    pub user_id: String,
    /// When the token was made.
    pub ctime: i64,
    /// The first second in which the token is no longer good.
    pub expire: i64,
    pub nonce: i64,
    /// Empty for an identity token.
    pub payload: String,
}

/// What [`generate`] makes a token of. It has no `Debug`, as it holds the secret.
#[derive(Clone, Copy, Default)]
pub struct Request<'a> {
    /// From the ZEGOCLOUD console; not 0.
    pub app_id: u32,
    /// 1 to 64 UTF-16 units; the ID with which the user logs in.
    pub user_id: &'a str,
    /// From the ZEGOCLOUD console: 32 bytes, used as they are, not decoded from hex.
    pub server_secret: &'a str,
    /// A duration, no timestamp: 1 to 315,360,000 (ten years).
    pub effective_time_in_seconds: i64,
    /// As [`room_payload`] makes it; empty for an identity token.
    pub payload: &'a str,
    pub mode: Mode,
    /// Allows more than ten years.
    pub allow_long_lived: bool,
}

/// Makes a token, with IV and nonce from the operating system's random generator.
///
/// ```
/// # use token04::{Error, Mode, Request};
/// let token = token04::generate(&Request {
///     app_id: 1,
///     user_id: "demo",
///     server_secret: "fa94dd0f974cf2e293728a526b028271",
///     effective_time_in_seconds: 3600,
///     mode: Mode::Gcm,
///     ..Request::default()
/// })?;
/// assert!(token.starts_with("04"));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
///
/// `AppId`, `UserId`, `Secret`, `EffectiveTime` or `TooLarge`.
pub fn generate(request: &Request) -> Result<String> {
    check_app_id(request.app_id)?;
    let units = request.user_id.encode_utf16().count();
    let message = format_args!("user_id must have 1 to 64 UTF-16 units, got {units}");
    ensure((1..=64).contains(&units), ErrorKind::UserId, message)?;
    read_key(request.server_secret)?;
    let ctime = now() as i64;
    let longest = if request.allow_long_lived { MAX_SAFE_INTEGER - ctime } else { TEN_YEARS };
    let seconds = request.effective_time_in_seconds;
    let message = format_args!("must be 1 to {longest} seconds, no timestamp, got {seconds}");
    let message = format_args!("effective_time_in_seconds {message}");
    ensure((1..=longest).contains(&seconds), ErrorKind::EffectiveTime, message)?;

    let mut random = [0; 4 + BLOCK_BYTES];
    getrandom::fill(&mut random).expect("the operating system has a random generator");
    let (nonce, iv) = random.split_first_chunk().expect("it is longer");
    let claims = Claims {
        app_id: request.app_id,
        user_id: request.user_id.to_owned(),
        ctime,
        expire: ctime + seconds,
        nonce: i32::from_ne_bytes(*nonce).into(),
        payload: request.payload.to_owned(),
    };
    let iv = &iv[..request.mode.iv_bytes()];
    encode_for_vectors(&claims, request.server_secret, request.mode, iv)
}

/// What a user may do in a room. It counts only where ZEGO's support has enabled room privileges
/// for the app.
#[derive(Debug, Clone, Copy)]
pub struct Room<'a> {
    /// 1 to 127 bytes.
    pub room_id: &'a str,
    pub login: bool,
    pub publish: bool,
    /// The streams that may be published, if `publish`; `None` for any.
    pub stream_ids: Option<&'a [&'a str]>,
}

/// The payload of a room token.
///
/// ```
/// # use token04::{Error, Room};
/// let payload = token04::room_payload(&Room {
///     room_id: "demo",
///     login: true,
///     publish: false,
///     stream_ids: None,
/// })?;
/// assert_eq!(payload, r#"{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}"#);
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
///
/// `Argument`.
pub fn room_payload(room: &Room) -> Result<String> {
    let length = room.room_id.len();
    let message = format_args!("room_id must have 1 to 127 bytes, got {length}");
    ensure((1..=127).contains(&length), ErrorKind::Argument, message)?;
    if let Some(stream_ids) = room.stream_ids {
        // An empty list would mean any stream.
        let names_streams = !stream_ids.is_empty() && !stream_ids.contains(&"");
        let message = "stream_ids must be None, or with publish a list of IDs that are not empty";
        ensure(room.publish && names_streams, ErrorKind::Argument, message)?;
    }
    let (login, publish) = (u8::from(room.login), u8::from(room.publish));
    Ok(format!(
        r#"{{"room_id":{},"privilege":{{"1":{login},"2":{publish}}},"stream_id_list":{}}}"#,
        json!(room.room_id),
        json!(room.stream_ids),
    ))
}

/// A token that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub claims: Claims,
    pub mode: Mode,
    pub iv: Vec<u8>,
    /// The decrypted JSON text, as its maker spelled it.
    pub plaintext: String,
}

/// What a token says, judged by no clock and no policy. [`verify`] tells whether it is good.
///
/// ```
/// # use token04::{Error, Request};
/// # let server_secret = "fa94dd0f974cf2e293728a526b028271";
/// # let token = token04::generate(&Request {
/// #     app_id: 1,
/// #     user_id: "demo",
/// #     server_secret,
/// #     effective_time_in_seconds: 3600,
/// #     ..Request::default()
/// # })?;
/// assert_eq!(token04::decode(&token, server_secret)?.claims.user_id, "demo");
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
///
/// `Secret` for the argument; `Malformed`, `Decryption` or `Claims` for the token.
pub fn decode(token: &str, server_secret: &str) -> Result<Decoded> {
    let keys = [read_key(server_secret)?];
    open(read_frame(token)?, &keys)
}

/// What a token must be, or that this is not asked. No `Option`, so that a value that is missing
/// by mistake cannot switch a check off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Demand<T> {
    #[default]
    Any,
    Is(T),
}

impl<T> Demand<T> {
    fn allows(&self, is_met_by: impl FnOnce(&T) -> bool) -> bool {
        match self {
            Demand::Any => true,
            Demand::Is(demanded) => is_met_by(demanded),
        }
    }
}

/// What [`verify`] demands of a token.
#[derive(Debug, Clone, Copy, Default)]
pub struct Policy<'a> {
    pub app_id: Demand<u32>,
    pub user_id: Demand<&'a str>,
    /// **No CBC token proves who made it**: whoever holds one can change its first 16 plaintext
    /// bytes without the secret and unseen. `Is(&[Mode::Gcm])` where a decision hangs on the user.
    pub modes: Demand<&'a [Mode]>,
    /// The time to judge by, in seconds since 1970; the clock's unless given.
    pub now: Option<f64>,
    /// For how many seconds beyond its `expire` a token is still good.
    pub clock_tolerance_in_seconds: f64,
    pub service: Service,
}

/// The claims of a token that is good: decrypted by the secret (or one of several, while it is
/// being rotated), not expired, with a user and a lifetime, and as the policy demands.
///
/// ```
/// # use token04::{Demand::Is, ErrorKind, Mode, Policy, Request};
/// # let server_secret = "fa94dd0f974cf2e293728a526b028271";
/// # let token = token04::generate(&Request {
/// #     app_id: 1,
/// #     user_id: "demo",
/// #     server_secret,
/// #     effective_time_in_seconds: 3600,
/// #     mode: Mode::Gcm,
/// #     ..Request::default()
/// # })?;
/// let policy = Policy { modes: Is(&[Mode::Gcm]), ..Policy::default() };
/// assert_eq!(token04::verify(&token, &[server_secret], &policy)?.user_id, "demo");
///
/// let policy = Policy { user_id: Is("root"), ..policy };
/// let error = token04::verify(&token, &[server_secret], &policy).unwrap_err();
/// assert_eq!(error.kind, ErrorKind::Mismatch);
/// # Ok::<(), token04::Error>(())
/// ```
///
/// # Errors
///
/// `Secret`, `AppId`, `UserId` or `Argument` for an argument; `Malformed`, `Decryption`, `Claims`,
/// `Expired` or `Mismatch` for the token.
pub fn verify(token: &str, server_secrets: &[&str], policy: &Policy) -> Result<Claims> {
    ensure(!server_secrets.is_empty(), ErrorKind::Secret, "server_secrets must not be empty")?;
    let keys = server_secrets.iter().map(|text| read_key(text)).collect::<Result<Vec<_>>>()?;
    policy.check()?;
    let frame = read_frame(token)?;
    // Before anything is decrypted: a mode that is not wanted is no oracle either.
    let is_wanted = policy.modes.allows(|modes| modes.contains(&frame.mode));
    ensure(is_wanted, ErrorKind::Mismatch, "the token is in another mode")?;
    policy.judge(open(frame, &keys)?.claims)
}

impl Policy<'_> {
    fn check(&self) -> Result<()> {
        if let Demand::Is(app_id) = self.app_id {
            check_app_id(app_id)?;
        }
        let is_filled = self.user_id.allows(|user_id| !user_id.is_empty());
        ensure(is_filled, ErrorKind::UserId, "user_id must not be empty where it is demanded")?;
        let is_filled = self.modes.allows(|modes| !modes.is_empty());
        ensure(is_filled, ErrorKind::Argument, "modes must not be empty where they are demanded")?;
        let is_finite = self.now.is_none_or(f64::is_finite);
        ensure(is_finite, ErrorKind::Argument, "now must be a finite number")?;
        let seconds = self.clock_tolerance_in_seconds;
        let message = format_args!("clock_tolerance_in_seconds must be at least 0, got {seconds}");
        ensure(seconds.is_finite() && seconds >= 0.0, ErrorKind::Argument, message)
    }

    /// App and user are compared before the time, as in ZEGO's own numbering of these failures.
    fn judge(&self, claims: Claims) -> Result<Claims> {
        ensure(!claims.user_id.is_empty(), ErrorKind::Claims, "the token's user_id is empty")?;
        let lives = claims.expire > claims.ctime;
        ensure(lives, ErrorKind::Claims, "the token's expire is not after its ctime")?;
        let is_wanted = self.app_id.allows(|&app_id| app_id == claims.app_id);
        ensure(is_wanted, ErrorKind::Mismatch, "the token is of another app")?;
        let is_wanted = self.user_id.allows(|&user_id| user_id == claims.user_id);
        ensure(is_wanted, ErrorKind::Mismatch, "the token is of another user")?;
        let is_zim = self.service == Service::Zim;
        let fits = !is_zim || claims.payload.is_empty();
        ensure(fits, ErrorKind::Mismatch, "ZIM takes no payload")?;
        let remaining = claims.expire as f64 - self.now.unwrap_or_else(now);
        let fits = !is_zim || remaining <= ZIM_MAX_SECONDS;
        ensure(fits, ErrorKind::Mismatch, "ZIM takes at most 24 days from now")?;
        let is_alive = remaining + self.clock_tolerance_in_seconds > 0.0;
        ensure(is_alive, ErrorKind::Expired, "the token has expired")?;
        let lasts = !is_zim || remaining >= ZIM_MIN_SECONDS;
        ensure(lasts, ErrorKind::Expired, "the token expires within 30 s, too soon for ZIM")?;
        Ok(claims)
    }
}

/// A token of chosen claims and a chosen IV: **for test vectors only**. An IV that is used twice
/// under one secret gives plaintexts away, and in GCM the key of the tags.
///
/// # Errors
///
/// `Secret`, `Argument` (the IV) or `TooLarge`.
pub fn encode_for_vectors(claims: &Claims, secret: &str, mode: Mode, iv: &[u8]) -> Result<String> {
    let key = read_key(secret)?;
    ensure(iv.len() == mode.iv_bytes(), ErrorKind::Argument, "iv must fit the mode in length")?;
    // The keys in the order in which official Node.js writes them.
    let plaintext = format!(
        r#"{{"app_id":{},"user_id":{},"nonce":{},"ctime":{},"expire":{},"payload":{}}}"#,
        claims.app_id,
        json!(claims.user_id),
        claims.nonce,
        claims.ctime,
        claims.expire,
        json!(claims.payload),
    );
    let length = plaintext.len();
    let message = format_args!("payload is too large: {length} bytes of JSON, 65519 at most");
    ensure(length <= MAX_PLAINTEXT_BYTES, ErrorKind::TooLarge, message)?;

    let ciphertext = match mode {
        Mode::Cbc => cbc::Encryptor::<Aes256>::new(&key.into(), &block(iv))
            .encrypt_padded_vec::<Pkcs7>(plaintext.as_bytes()),
        Mode::Gcm => Aes256Gcm::new(&key.into())
            .encrypt(&block(iv), plaintext.as_bytes())
            .expect("it is not too long for AES-GCM"),
    };
    let mut body = claims.expire.to_be_bytes().to_vec();
    for field in [iv, &ciphertext] {
        body.extend((field.len() as u16).to_be_bytes());
        body.extend(field);
    }
    body.extend((mode == Mode::Gcm).then_some(1));
    Ok(format!("04{}", STANDARD.encode(body)))
}

fn check_app_id(app_id: u32) -> Result<()> {
    let message = "app_id must be an integer from 1 to 4294967295, got 0";
    ensure(app_id != 0, ErrorKind::AppId, message)
}

fn read_key(server_secret: &str) -> Result<[u8; 32]> {
    let length = server_secret.len();
    let message = format_args!("server_secret must have 32 bytes (not the AppSign), got {length}");
    server_secret.as_bytes().try_into().map_err(|_| error(ErrorKind::Secret, message))
}

fn now() -> f64 {
    SystemTime::UNIX_EPOCH.elapsed().expect("the clock is past 1970").as_secs_f64()
}

struct Frame {
    expire: i64,
    mode: Mode,
    iv: Vec<u8>,
    ciphertext: Vec<u8>,
}

fn read_frame(token: &str) -> Result<Frame> {
    let malformed = |message| error(ErrorKind::Malformed, message);
    let base64 = token.strip_prefix("04");
    let base64 = base64.ok_or_else(|| malformed("the token does not start with 04"))?;
    ensure(token.len() <= MAX_TOKEN_BYTES, ErrorKind::Malformed, "the token is too long")?;
    // STANDARD refuses blanks, missing padding and bits that belong to no byte.
    let body = STANDARD.decode(base64);
    let body = body.map_err(|_| malformed("the token is not canonical base64"))?;
    let cut = || malformed("the token is cut short");
    let (expire, rest) = body.split_first_chunk().ok_or_else(cut)?;
    let (iv, rest) = split_sized(rest).ok_or_else(cut)?;
    let (ciphertext, rest) = split_sized(rest).ok_or_else(cut)?;
    let mode = match rest {
        [] | [0] => Mode::Cbc,
        [1] => Mode::Gcm,
        _ => return Err(malformed("the token's mode byte is not 0 or 1, or is not its last byte")),
    };
    let is_whole = mode == Mode::Gcm || ciphertext.len() % BLOCK_BYTES == 0;
    let fits = iv.len() == mode.iv_bytes() && ciphertext.len() >= BLOCK_BYTES && is_whole;
    ensure(fits, ErrorKind::Malformed, "the token's IV and ciphertext do not fit its mode")?;
    let expire = i64::from_be_bytes(*expire);
    Ok(Frame { expire, mode, iv: iv.to_vec(), ciphertext: ciphertext.to_vec() })
}

/// The field behind its 16-bit length, and the rest.
fn split_sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u16::from_be_bytes(*length).into())
}

/// What the frame holds under the first of the keys that fits.
fn open(frame: Frame, keys: &[[u8; 32]]) -> Result<Decoded> {
    // One error for all that cannot be read, with no cause in it.
    let message = "the token is of another server secret, or altered";
    let plaintext = keys.iter().find_map(|key| decrypt(&frame, key));
    let (json, plaintext) = plaintext.ok_or_else(|| error(ErrorKind::Decryption, message))?;
    let claims = read_claims(&json)?;
    // The outer one can be rewritten by anyone.
    let message = "the token's expire is not its outer one";
    ensure(claims.expire == frame.expire, ErrorKind::Claims, message)?;
    Ok(Decoded { claims, mode: frame.mode, iv: frame.iv, plaintext })
}

/// The plaintext as JSON and as text, or `None` for a wrong key, a bad padding or tag, ill-formed
/// UTF-8 and text that is no JSON alike. UTF-8 and JSON are tried whatever the padding says, since
/// whoever sends altered tokens and measures the time shall not learn which of them failed.
fn decrypt(frame: &Frame, key: &[u8; 32]) -> Option<(Value, String)> {
    let (bytes, is_intact) = match frame.mode {
        Mode::Cbc => {
            let cipher = cbc::Decryptor::<Aes256>::new(key.into(), &block(&frame.iv));
            let padded = cipher.decrypt_padded_vec::<NoPadding>(&frame.ciphertext);
            unpad(padded.expect("read_frame takes whole blocks alone"))
        }
        Mode::Gcm => {
            let opened = Aes256Gcm::new(key.into()).decrypt(&block(&frame.iv), &*frame.ciphertext);
            opened.map_or_else(|_| (Vec::new(), false), |bytes| (bytes, true))
        }
    };
    let text = String::from_utf8(bytes).ok()?;
    // serde_json is as strict as the format: no lone surrogates, no NaN, no comments, no raw
    // controls, no byte order mark, nothing behind the object. Of equal keys the last counts.
    let json = serde_json::from_str(&text).ok()?;
    is_intact.then_some((json, text))
}

/// The IV as an array of the length that [`Mode::iv_bytes`] gives.
fn block<N: ArraySize>(iv: &[u8]) -> Array<u8, N> {
    Array::try_from(iv).expect("the length of the IV was checked")
}

/// Takes off PKCS#7 without a branch or an index that depends on the decrypted bytes; always reads
/// the whole last block. A bad padding leaves the bytes in place.
fn unpad(mut padded: Vec<u8>) -> (Vec<u8>, bool) {
    let end = padded.len();
    let count = i32::from(padded[end - 1]);
    // Not 0 for a count of 0 or above a block.
    let mut bad = ((count - 1) | (BLOCK_BYTES as i32 - count)) >> 31;
    for (i, &byte) in (0..).zip(padded[end - BLOCK_BYTES..].iter().rev()) {
        let within_padding = (i - count) >> 31; // all ones while i < count, else 0
        bad |= within_padding & (i32::from(byte) ^ count);
    }
    // All ones for 0, else 0; black_box, so that the compiler makes no branch of it.
    let intact = std::hint::black_box(!((bad | bad.wrapping_neg()) >> 31));
    padded.truncate(end - (count & intact) as usize);
    (padded, intact != 0)
}

/// The claims in a plaintext, from any official generator: in any key order, with any extras.
fn read_claims(json: &Value) -> Result<Claims> {
    let wrong = |message: String| error(ErrorKind::Claims, message);
    ensure(json.is_object(), ErrorKind::Claims, "the token holds no JSON object")?;
    let text = |name| {
        let text = json[name].as_str().map(str::to_owned);
        text.ok_or_else(|| wrong(format!("the token's {name} is not a string")))
    };
    // A `1.0` is refused, since it may have been rounded.
    let safe = -MAX_SAFE_INTEGER..=MAX_SAFE_INTEGER;
    let integer = |name| {
        let integer = json[name].as_i64().filter(|integer| safe.contains(integer));
        integer.ok_or_else(|| wrong(format!("the token's {name} is not a safe integer")))
    };
    let app_id = u32::try_from(integer("app_id")?).unwrap_or(0);
    ensure(app_id != 0, ErrorKind::Claims, "the token's app_id is out of range")?;
    Ok(Claims {
        app_id,
        user_id: text("user_id")?,
        ctime: integer("ctime")?,
        expire: integer("expire")?,
        nonce: integer("nonce")?,
        // Indexing gives null where there is none.
        payload: if json["payload"].is_null() { String::new() } else { text("payload")? },
    })
}
