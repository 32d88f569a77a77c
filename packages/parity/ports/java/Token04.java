/*
 * token04 for Java: makes, reads and verifies tokens of ZEGOCLOUD. One file, made to be copied.
 * Certified by @token04/parity 0.0.0 (packages/parity/ports/java).
 *
 * MIT License
 *
 * Copyright (c) 2026 token04 contributors
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy
 * of this software and associated documentation files (the "Software"), to deal
 * in the Software without restriction, including without limitation the rights
 * to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
 * copies of the Software, and to permit persons to whom the Software is
 * furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all
 * copies or substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
 * FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
 * AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
 * SOFTWARE.
 */
package token04;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of ZEGOCLOUD, version 04. All methods may be called from several threads. */
public final class Token04 {
  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;
  private static final long MAX_APP_ID = 4_294_967_295L;
  private static final long TEN_YEARS = 315_360_000;

  /** The block of AES; the IV in CBC and the tag in GCM have the same length. */
  private static final int BLOCK_BYTES = 16;

  /** A ciphertext has at most 65,535 bytes, of which 16 are the tag, or up to 16 the padding. */
  private static final int MAX_PLAINTEXT_BYTES = 65_519;

  /** {@code 04} and the Base64 of 12 + 16 + 65,535 + 1 bytes. */
  private static final int MAX_TOKEN_LENGTH = 87_422;

  private static final Duration ZIM_MAX = Duration.ofDays(24);
  private static final Duration ZIM_MIN = Duration.ofSeconds(30);
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Jackson refuses NaN, comments, single quotes, trailing commas and raw controls unless told
   * otherwise, but not what stands behind the object. Of equal keys the last one counts.
   */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Token04() {}

  /** How a token is encrypted. */
  public enum Mode {
    /** AES-256-CBC: what ZEGO's documented samples make. It does not prove who made a token. */
    CBC(16),
    /** AES-256-GCM, which ZEGO recommends since 2024. */
    GCM(12);

    private final int ivBytes;

    Mode(int ivBytes) {
      this.ivBytes = ivBytes;
    }
  }

  /** Whose limits a token is verified by. */
  public enum Service {
    EXPRESS,
    /** No payload, at most 24 days from now, at least 30 seconds left. */
    ZIM
  }

  /** What {@link #generate} is allowed. */
  public enum Option {
    /** More than ten years, which else is taken for a timestamp. */
    ALLOW_LONG_LIVED
  }

  /** What a {@link Token04Exception} is about: down to ARGUMENT an argument, then a token. */
  public enum Code {
    APP_ID,
    USER_ID,
    SECRET,
    EFFECTIVE_TIME,
    PAYLOAD,
    TOO_LARGE,
    ARGUMENT,
    /** Not a well-formed token: version, Base64, lengths, mode. */
    MALFORMED,
    /**
     * Another secret, padding, tag, UTF-8 or JSON: one code, so that nobody can tell them apart.
     */
    DECRYPTION,
    /** Decrypted, but a field is missing or wrong, or the two {@code expire} differ. */
    CLAIMS,
    EXPIRED,
    /** Good, but of another app, user, mode or service than demanded. */
    MISMATCH
  }

  /** The only exception of this class. It holds no secret, plaintext or token: it may be logged. */
  public static final class Token04Exception extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Code code;

    private Token04Exception(Code code, String message) {
      super(message);
      this.code = code;
    }

    public Code code() {
      return code;
    }
  }

  /**
   * What a token says.
   *
   * @param ctime when the token was made, in seconds since 1970
   * @param expire the first second in which the token is no longer good
   * @param payload empty for an identity token
   */
  public record Claims(
      long appId, String userId, long ctime, long expire, long nonce, String payload) {
    /**
     * As json-simple writes it for the official Java sample, in the order of a HashMap. Not %d,
     * which writes the digits of the default locale, such as Arabic ones.
     */
    private String toJson() {
      return String.format(
          "{\"user_id\":%s,\"payload\":%s,\"expire\":%s,\"ctime\":%s,\"app_id\":%s,\"nonce\":%s}",
          quote(userId), quote(payload), expire, ctime, appId, nonce);
    }
  }

  /**
   * A token that was read.
   *
   * @param plaintext the decrypted JSON text, as its maker spelled it
   */
  public record Decoded(Claims claims, Mode mode, byte[] iv, String plaintext) {}

  /**
   * Makes a token, with IV and nonce from {@link SecureRandom}.
   *
   * <pre>{@code
   * String payload = Token04.roomPayload("demo", true, false, null);
   * String token = Token04.generate(appId, "demo", serverSecret, 3600, payload, Mode.GCM);
   * }</pre>
   *
   * @param appId from the ZEGOCLOUD console: 1 to 4294967295
   * @param userId 1 to 64 chars, the ID with which the user logs in
   * @param serverSecret from the ZEGOCLOUD console: 32 bytes, used as text, not decoded from hex
   * @param effectiveTimeInSeconds a duration, no timestamp: 1 to 315,360,000 (ten years)
   * @param payload as {@link #roomPayload} makes it, or empty for an identity token
   * @throws Token04Exception APP_ID, USER_ID, SECRET, EFFECTIVE_TIME, PAYLOAD, TOO_LARGE or
   *     ARGUMENT (the mode)
   */
  public static String generate(
      long appId,
      String userId,
      String serverSecret,
      long effectiveTimeInSeconds,
      String payload,
      Mode mode,
      Option... options) {
    checkAppId(appId);
    boolean fits = isFilled(userId) && userId.length() <= 64;
    require(fits, Code.USER_ID, "userId must be 1 to 64 chars, got " + describe(userId));
    readKey(serverSecret);
    long ctime = Instant.now().getEpochSecond();
    boolean mayLiveLong = Arrays.asList(options).contains(Option.ALLOW_LONG_LIVED);
    long longest = mayLiveLong ? MAX_SAFE_INTEGER - ctime : TEN_YEARS;
    fits = effectiveTimeInSeconds >= 1 && effectiveTimeInSeconds <= longest;
    String expected = "1 to " + longest + ", no timestamp, got " + effectiveTimeInSeconds;
    require(fits, Code.EFFECTIVE_TIME, "effectiveTimeInSeconds must be " + expected);
    require(mode != null, Code.ARGUMENT, "mode must be CBC or GCM, got null");
    byte[] iv = new byte[mode.ivBytes];
    RANDOM.nextBytes(iv);
    long expire = ctime + effectiveTimeInSeconds;
    Claims claims = new Claims(appId, userId, ctime, expire, RANDOM.nextInt(), payload);
    return encodeForVectors(claims, serverSecret, mode, iv);
  }

  /**
   * The payload of a room token. It counts only where ZEGO's support has enabled room privileges
   * for the app.
   *
   * @param roomId 1 to 127 bytes
   * @param streamIds the streams that may be published, if {@code publish}; null for any
   * @throws Token04Exception ARGUMENT
   */
  public static String roomPayload(
      String roomId, boolean login, boolean publish, List<String> streamIds) {
    boolean fits = isFilled(roomId) && roomId.getBytes(UTF_8).length <= 127;
    require(fits, Code.ARGUMENT, "roomId must be 1 to 127 bytes, got " + describe(roomId));
    String list = "null";
    if (streamIds != null) {
      // An empty list would mean any stream.
      boolean isFilled = !streamIds.isEmpty() && streamIds.stream().allMatch(Token04::isFilled);
      String expected = "null, or with publish a list of IDs that are not empty";
      require(publish && isFilled, Code.ARGUMENT, "streamIds must be " + expected);
      list = "[" + String.join(",", streamIds.stream().map(Token04::quote).toList()) + "]";
    }
    return String.format(
        "{\"room_id\":%s,\"privilege\":{\"1\":%s,\"2\":%s},\"stream_id_list\":%s}",
        quote(roomId), login ? 1 : 0, publish ? 1 : 0, list);
  }

  /**
   * What a token says, judged by no clock and no policy. {@link #verify} tells whether it is good.
   *
   * @throws Token04Exception SECRET for the argument; MALFORMED, DECRYPTION or CLAIMS for the token
   */
  public static Decoded decode(String token, String serverSecret) {
    List<SecretKeySpec> keys = List.of(readKey(serverSecret));
    return open(readFrame(token), keys);
  }

  /** What {@link #verify} demands of a token: start from {@link #ANY}. */
  public record Policy(
      Optional<Long> appId,
      Optional<String> userId,
      Set<Mode> modes,
      Clock clock,
      Duration clockTolerance,
      Service service) {
    /** Demands no app and no user. */
    public static final Policy ANY =
        new Policy(
            Optional.empty(),
            Optional.empty(),
            Set.of(Mode.values()),
            Clock.systemUTC(),
            Duration.ZERO,
            Service.EXPRESS);

    public Policy {
      var parts = Arrays.asList(appId, userId, modes, clock, clockTolerance, service);
      require(!parts.contains(null), Code.ARGUMENT, "no part of a policy may be null");
      require(!clockTolerance.isNegative(), Code.ARGUMENT, "clockTolerance must be at least 0");
    }

    /** The token must be of this app. */
    public Policy withAppId(long appId) {
      checkAppId(appId);
      return new Policy(Optional.of(appId), userId, modes, clock, clockTolerance, service);
    }

    /** The token must be of this user. Null is refused: it would switch the check off. */
    public Policy withUserId(String userId) {
      require(isFilled(userId), Code.USER_ID, "userId must be a well-formed string, not empty");
      return new Policy(appId, Optional.of(userId), modes, clock, clockTolerance, service);
    }

    /**
     * The token must be in one of these modes. <b>No CBC token proves who made it</b>: whoever
     * holds one can change its first 16 plaintext bytes without the secret and unseen; in tokens of
     * this file they hold the start of the userId. Demand GCM where a decision hangs on the user.
     */
    public Policy withModes(Mode... modes) {
      boolean isList = modes != null && modes.length > 0 && !Arrays.asList(modes).contains(null);
      require(isList, Code.ARGUMENT, "modes must be one or more, and none of them null");
      return new Policy(appId, userId, Set.copyOf(List.of(modes)), clock, clockTolerance, service);
    }

    /** The time to judge by. */
    public Policy withClock(Clock clock) {
      return new Policy(appId, userId, modes, clock, clockTolerance, service);
    }

    /** For how long beyond its expire a token is still good. */
    public Policy withClockTolerance(Duration tolerance) {
      return new Policy(appId, userId, modes, clock, tolerance, service);
    }

    /** The service by whose limits the token is judged. */
    public Policy withService(Service service) {
      return new Policy(appId, userId, modes, clock, clockTolerance, service);
    }
  }

  /**
   * The claims of a token that is good: decrypted by the secret (or one of several, while it is
   * being rotated), not expired, with a user and a lifetime, and as the policy demands.
   *
   * <pre>{@code
   * Policy policy = Policy.ANY.withModes(Mode.GCM).withAppId(appId);
   * String userId = Token04.verify(token, List.of(serverSecret), policy).userId();
   * }</pre>
   *
   * @throws Token04Exception SECRET or ARGUMENT for an argument; MALFORMED, DECRYPTION, CLAIMS,
   *     EXPIRED or MISMATCH for the token
   */
  public static Claims verify(String token, List<String> serverSecrets, Policy policy) {
    boolean isList = serverSecrets != null && !serverSecrets.isEmpty();
    require(isList, Code.SECRET, "serverSecrets must be a list, not empty");
    require(policy != null, Code.ARGUMENT, "policy must be Policy.ANY or more, got null");
    List<SecretKeySpec> keys = serverSecrets.stream().map(Token04::readKey).toList();
    Frame frame = readFrame(token);
    // Before anything is decrypted: a mode that is not wanted is no oracle either.
    require(policy.modes.contains(frame.mode), Code.MISMATCH, "the token is in another mode");
    Claims claims = open(frame, keys).claims;
    require(!claims.userId.isEmpty(), Code.CLAIMS, "the token's user_id is empty");
    require(claims.expire > claims.ctime, Code.CLAIMS, "the token's expire is not after its ctime");
    // App and user are compared before the time, as in ZEGO's own numbering of these failures.
    long appId = policy.appId.orElse(claims.appId);
    require(appId == claims.appId, Code.MISMATCH, "the token is of another app");
    String userId = policy.userId.orElse(claims.userId);
    require(userId.equals(claims.userId), Code.MISMATCH, "the token is of another user");
    boolean isZim = policy.service == Service.ZIM;
    require(!isZim || claims.payload.isEmpty(), Code.MISMATCH, "ZIM takes no payload");
    Duration left = Duration.between(policy.clock.instant(), Instant.ofEpochSecond(claims.expire));
    require(!isZim || left.compareTo(ZIM_MAX) <= 0, Code.MISMATCH, "ZIM takes 24 days at most");
    // Not their sum, which overflows for the longest tolerances.
    boolean isAlive = policy.clockTolerance.compareTo(left.negated()) > 0;
    require(isAlive, Code.EXPIRED, "the token has expired");
    require(!isZim || left.compareTo(ZIM_MIN) >= 0, Code.EXPIRED, "ZIM takes 30 s at least");
    return claims;
  }

  /**
   * A token of chosen claims and a chosen IV: <b>for test vectors only</b>. An IV that is used
   * twice under one secret gives plaintexts away, and in GCM the key of the tags.
   *
   * @throws Token04Exception SECRET, PAYLOAD, TOO_LARGE or ARGUMENT (the IV)
   */
  public static String encodeForVectors(Claims claims, String serverSecret, Mode mode, byte[] iv) {
    SecretKeySpec key = readKey(serverSecret);
    require(iv.length == mode.ivBytes, Code.ARGUMENT, "iv must fit the mode in length");
    require(isText(claims.payload), Code.PAYLOAD, "payload must be well-formed and not null");
    byte[] plaintext = claims.toJson().getBytes(UTF_8);
    String size = plaintext.length + " bytes of JSON, more than " + MAX_PLAINTEXT_BYTES;
    require(plaintext.length <= MAX_PLAINTEXT_BYTES, Code.TOO_LARGE, "payload makes " + size);
    byte[] ciphertext = crypt(Cipher.ENCRYPT_MODE, key, mode, iv, plaintext);
    ByteBuffer body = ByteBuffer.allocate(13 + iv.length + ciphertext.length);
    body.putLong(claims.expire).putShort((short) iv.length).put(iv);
    body.putShort((short) ciphertext.length).put(ciphertext);
    if (mode == Mode.GCM) {
      body.put((byte) 1);
    }
    return "04" + Base64.getEncoder().encodeToString(Arrays.copyOf(body.array(), body.position()));
  }

  /** As json-simple, which also escapes slashes, U+007F to U+009F and U+2000 to U+20FF. */
  private static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      int index = "\"\\\b\f\n\r\t/".indexOf(c);
      if (index >= 0) {
        json.append('\\').append("\"\\bfnrt/".charAt(index));
      } else if (c < ' ' || (c >= 0x7F && c <= 0x9F) || (c >= 0x2000 && c <= 0x20FF)) {
        json.append(String.format("\\u%04X", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static void require(boolean holds, Code code, String message) {
    if (!holds) {
      throw new Token04Exception(code, message);
    }
  }

  private static void checkAppId(long appId) {
    String expected = "an integer from 1 to " + MAX_APP_ID + ", got " + appId;
    require(appId >= 1 && appId <= MAX_APP_ID, Code.APP_ID, "appId must be " + expected);
  }

  private static SecretKeySpec readKey(String serverSecret) {
    byte[] key = isText(serverSecret) ? serverSecret.getBytes(UTF_8) : new byte[0];
    String expected = "32 bytes (not the AppSign), got " + describe(serverSecret);
    require(key.length == 32, Code.SECRET, "serverSecret must be " + expected);
    return new SecretKeySpec(key, "AES");
  }

  /** Whether no half of a surrogate pair stands alone: getBytes would write a question mark. */
  private static boolean isText(String text) {
    return text != null && UTF_8.newEncoder().canEncode(text);
  }

  /** For messages: what came, but never the text, which may be a secret. */
  private static String describe(String text) {
    String bad = text == null ? "null" : "half of a surrogate pair";
    return isText(text) ? text.length() + " chars, " + text.getBytes(UTF_8).length + " bytes" : bad;
  }

  private static boolean isFilled(String text) {
    return isText(text) && !text.isEmpty();
  }

  private record Frame(long expire, Mode mode, byte[] iv, byte[] ciphertext) {}

  private static Frame readFrame(String token) {
    require(token != null && token.startsWith("04"), Code.MALFORMED, "the token is not version 04");
    require(token.length() <= MAX_TOKEN_LENGTH, Code.MALFORMED, "the token is too long");
    String base64 = token.substring(2);
    ByteBuffer body;
    try {
      body = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new Token04Exception(Code.MALFORMED, "the token is not Base64");
    }
    // The decoder also takes missing padding and bits that belong to no byte.
    boolean isCanonical = Base64.getEncoder().encodeToString(body.array()).equals(base64);
    require(isCanonical, Code.MALFORMED, "the token is not canonical Base64");
    try {
      long expire = body.getLong();
      byte[] iv = getSized(body);
      byte[] ciphertext = getSized(body);
      int modeByte = body.hasRemaining() ? body.get() : 0;
      boolean isWhole = !body.hasRemaining() && (modeByte == 0 || modeByte == 1);
      require(isWhole, Code.MALFORMED, "the token's mode byte is not 0 or 1, or not its last");
      Mode mode = Mode.values()[modeByte];
      boolean isBlocks = mode == Mode.GCM || ciphertext.length % BLOCK_BYTES == 0;
      boolean fits = iv.length == mode.ivBytes && ciphertext.length >= BLOCK_BYTES && isBlocks;
      require(fits, Code.MALFORMED, "the token's IV and ciphertext do not fit its mode");
      return new Frame(expire, mode, iv, ciphertext);
    } catch (BufferUnderflowException e) {
      throw new Token04Exception(Code.MALFORMED, "the token is cut short");
    }
  }

  private static byte[] getSized(ByteBuffer body) {
    byte[] bytes = new byte[Short.toUnsignedInt(body.getShort())];
    body.get(bytes);
    return bytes;
  }

  /** What the frame holds under the first of the keys that fits. */
  private static Decoded open(Frame frame, List<SecretKeySpec> keys) {
    for (SecretKeySpec key : keys) {
      byte[] bytes = crypt(Cipher.DECRYPT_MODE, key, frame.mode, frame.iv, frame.ciphertext);
      Opened opened = frame.mode == Mode.CBC ? unpad(bytes) : new Opened(bytes, true);
      try {
        // Tried whatever the padding says: whoever sends altered tokens and measures the time shall
        // not learn which of them failed.
        var decoder = UTF_8.newDecoder();
        String text = decoder.decode(ByteBuffer.wrap(opened.bytes)).toString();
        JsonNode json = JSON.readTree(text);
        // Of no bytes there comes a missing node.
        if (opened.isIntact && !json.isMissingNode()) {
          return new Decoded(readClaims(json, frame.expire), frame.mode, frame.iv, text);
        }
      } catch (IOException e) {
        // Neither UTF-8 nor JSON.
      }
    }
    // One error for all that cannot be read, with no cause in it.
    throw new Token04Exception(Code.DECRYPTION, "the token is of another secret, or altered");
  }

  private record Opened(byte[] bytes, boolean isIntact) {}

  /** In CBC decrypts without taking off the padding; a wrong tag in GCM gives no bytes. */
  private static byte[] crypt(
      int operation, SecretKeySpec key, Mode mode, byte[] iv, byte[] input) {
    boolean isGcm = mode == Mode.GCM;
    try {
      String padding = operation == Cipher.ENCRYPT_MODE && !isGcm ? "PKCS5Padding" : "NoPadding";
      Cipher cipher = Cipher.getInstance("AES/" + mode + "/" + padding);
      cipher.init(operation, key, isGcm ? new GCMParameterSpec(128, iv) : new IvParameterSpec(iv));
      return cipher.doFinal(input);
    } catch (AEADBadTagException e) {
      return new byte[0];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot do AES-256 in " + mode);
    }
  }

  /**
   * Takes off PKCS#7 without a branch or an index that depends on the decrypted bytes; always reads
   * the whole last block. A bad padding leaves the bytes in place.
   */
  private static Opened unpad(byte[] padded) {
    int end = padded.length;
    int count = padded[end - 1] & 0xFF;
    int bad = ((count - 1) | (BLOCK_BYTES - count)) >>> 31; // 1 for a count of 0 or above a block
    for (int i = 1; i <= BLOCK_BYTES; i++) {
      int withinPadding = (i - 1 - count) >> 31; // all ones while i <= count, else 0
      bad |= withinPadding & ((padded[end - i] & 0xFF) ^ count);
    }
    int intact = (bad - 1) >> 31; // all ones for 0, else 0
    return new Opened(Arrays.copyOf(padded, end - (count & intact)), intact != 0);
  }

  /** The claims in a plaintext, from any official generator: in any key order, with any extras. */
  private static Claims readClaims(JsonNode json, long outerExpire) {
    require(json.isObject(), Code.CLAIMS, "the token holds no JSON object");
    long appId = readInteger(json, "app_id");
    require(appId >= 1 && appId <= MAX_APP_ID, Code.CLAIMS, "the token's app_id is out of range");
    String userId = readText(json, "user_id");
    long ctime = readInteger(json, "ctime");
    long expire = readInteger(json, "expire");
    long nonce = readInteger(json, "nonce");
    String payload = json.hasNonNull("payload") ? readText(json, "payload") : "";
    // The outer one can be rewritten by anyone.
    require(expire == outerExpire, Code.CLAIMS, "the token's expire is not its outer one");
    return new Claims(appId, userId, ctime, expire, nonce, payload);
  }

  private static String readText(JsonNode json, String name) {
    String text = json.path(name).textValue();
    require(isText(text), Code.CLAIMS, "the token's " + name + " is not a well-formed string");
    return text;
  }

  /** A 1.0 is refused, since it may have been rounded. */
  private static long readInteger(JsonNode json, String name) {
    JsonNode value = json.path(name);
    // At most 2^53 - 1 in size.
    boolean isSafe = value.isIntegralNumber() && value.bigIntegerValue().abs().bitLength() <= 53;
    require(isSafe, Code.CLAIMS, "the token's " + name + " is not a safe integer");
    return value.longValue();
  }
}
