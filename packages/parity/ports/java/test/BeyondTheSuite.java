import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import token04.Token04;
import token04.Token04.Claims;
import token04.Token04.Code;
import token04.Token04.Mode;
import token04.Token04.Option;
import token04.Token04.Policy;
import token04.Token04.Token04Exception;

/** What the suite's protocol has no words for: room payloads, long lives, several secrets, null. */
final class BeyondTheSuite {
  private static final String SECRET = "fa94dd0f974cf2e293728a526b028271";
  private static final String OTHER = "00000000000000000000000000000000";
  private static final long TEN_YEARS = 315_360_000;

  private static int passed;

  private BeyondTheSuite() {}

  public static void main(String[] args) {
    rooms();
    longLives();
    secretsAndDemands();
    locales();
    System.out.println(passed + " passed");
  }

  private static void rooms() {
    same(
        "{\"room_id\":\"demo\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":null}",
        Token04.roomPayload("demo", true, false, null));
    same(
        "{\"room_id\":\"\\\"\",\"privilege\":{\"1\":0,\"2\":1},\"stream_id_list\":[\"a\",\"b\"]}",
        Token04.roomPayload("\"", false, true, List.of("a", "b")));
    same(true, Token04.roomPayload("x".repeat(127), true, false, null).contains("xx\","));
    for (String room : Arrays.asList(null, "", "x".repeat(128), "房".repeat(43), "\uD800")) {
      refuses(Code.ARGUMENT, () -> Token04.roomPayload(room, true, false, null));
    }
    List<List<String>> streams =
        List.of(List.of(), List.of("a", ""), Arrays.asList("a", null), List.of("\uDC00"));
    for (List<String> list : streams) {
      refuses(Code.ARGUMENT, () -> Token04.roomPayload("demo", true, true, list));
    }
    refuses(Code.ARGUMENT, () -> Token04.roomPayload("demo", true, false, List.of("a")));
  }

  private static String generate(long seconds, Option... options) {
    return Token04.generate(1, "demo", SECRET, seconds, "", Mode.GCM, options);
  }

  private static void longLives() {
    refuses(Code.EFFECTIVE_TIME, () -> generate(TEN_YEARS + 1));
    refuses(Code.EFFECTIVE_TIME, () -> generate(1L << 53, Option.ALLOW_LONG_LIVED));
    refuses(Code.EFFECTIVE_TIME, () -> generate(Long.MAX_VALUE, Option.ALLOW_LONG_LIVED));
    Claims claims =
        Token04.decode(generate(TEN_YEARS + 1, Option.ALLOW_LONG_LIVED), SECRET).claims();
    same(TEN_YEARS + 1, claims.expire() - claims.ctime());
    refuses(Code.USER_ID, () -> Token04.generate(1, null, SECRET, 60, "", Mode.GCM));
    refuses(Code.SECRET, () -> Token04.generate(1, "demo", null, 60, "", Mode.GCM));
    refuses(Code.PAYLOAD, () -> Token04.generate(1, "demo", SECRET, 60, null, Mode.GCM));
    refuses(Code.ARGUMENT, () -> Token04.generate(1, "demo", SECRET, 60, "", null));
  }

  private static void secretsAndDemands() {
    String token = generate(60);
    same("demo", Token04.verify(token, List.of(OTHER, SECRET), Policy.ANY).userId());
    refuses(Code.DECRYPTION, () -> Token04.verify(token, List.of(OTHER), Policy.ANY));
    refuses(Code.SECRET, () -> Token04.verify(token, List.of(), Policy.ANY));
    refuses(Code.SECRET, () -> Token04.verify(token, null, Policy.ANY));
    refuses(Code.SECRET, () -> Token04.verify(token, Arrays.asList(SECRET, null), Policy.ANY));
    refuses(Code.ARGUMENT, () -> Token04.verify(token, List.of(SECRET), null));
    Policy forever = Policy.ANY.withClockTolerance(Duration.ofSeconds(Long.MAX_VALUE));
    same("demo", Token04.verify(token, List.of(SECRET), forever).userId());
    refuses(Code.MALFORMED, () -> Token04.verify(null, List.of(SECRET), Policy.ANY));
    refuses(Code.APP_ID, () -> Policy.ANY.withAppId(0));
    refuses(Code.USER_ID, () -> Policy.ANY.withUserId(null));
    refuses(Code.USER_ID, () -> Policy.ANY.withUserId(""));
    refuses(Code.ARGUMENT, () -> Policy.ANY.withModes());
    refuses(Code.ARGUMENT, () -> Policy.ANY.withModes((Mode[]) null));
    refuses(Code.ARGUMENT, () -> Policy.ANY.withModes(Mode.GCM, null));
    same(1, Policy.ANY.withModes(Mode.GCM, Mode.GCM).modes().size());
    refuses(Code.ARGUMENT, () -> Policy.ANY.withClock(null));
    refuses(Code.ARGUMENT, () -> Policy.ANY.withClockTolerance(null));
    refuses(Code.ARGUMENT, () -> Policy.ANY.withClockTolerance(Duration.ofSeconds(-1)));
    refuses(Code.ARGUMENT, () -> Policy.ANY.withService(null));
  }

  /** Digits and letter cases of the default locale must not get into a token. */
  private static void locales() {
    Locale before = Locale.getDefault();
    for (String tag : List.of("ar-EG", "fa-IR", "th-TH-u-nu-thai", "tr-TR")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      String payload = Token04.roomPayload("i\u001F", true, false, null);
      same(
          "{\"room_id\":\"i\\u001F\",\"privilege\":{\"1\":1,\"2\":0},\"stream_id_list\":null}",
          payload);
      String token = Token04.generate(1, "demo", SECRET, 60, payload, Mode.CBC);
      same(payload, Token04.verify(token, List.of(SECRET), Policy.ANY).payload());
    }
    Locale.setDefault(before);
  }

  private static void same(Object expected, Object got) {
    if (!expected.equals(got)) {
      throw new AssertionError("expected " + expected);
    }
    passed++;
  }

  private static void refuses(Code code, Supplier<?> run) {
    try {
      run.get();
    } catch (Token04Exception e) {
      same(code, e.code());
      same(false, e.getMessage().contains(SECRET));
      return;
    }
    throw new AssertionError(code + ": not refused");
  }
}
