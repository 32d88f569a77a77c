import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import token04.Token04;
import token04.Token04.Claims;
import token04.Token04.Decoded;
import token04.Token04.Mode;
import token04.Token04.Policy;
import token04.Token04.Service;
import token04.Token04.Token04Exception;

/**
 * Token04.java as a testee (PROTOCOL.md): a JSON request a line on stdin, an answer a line on
 * stdout. With the arguments {@code bench N} it measures instead: ns per token.
 */
final class Testee {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> MODES = List.of("cbc", "gcm");

  private static final List<String> OPTIONS =
      List.of("clockToleranceInSeconds", "service", "serverSecrets");

  private static final Set<String> CONTROLS = Set.of("ctime", "nonce", "iv");
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "describe", Set.of(),
          "generate",
              Set.of(
                  "mode",
                  "appId",
                  "userId",
                  "serverSecret",
                  "effectiveTimeInSeconds",
                  "payload",
                  "ctime",
                  "nonce",
                  "iv"),
          "decode", Set.of("token", "serverSecret"),
          "verify",
              Set.of(
                  "token",
                  "serverSecret",
                  "now",
                  "appId",
                  "userId",
                  "modes",
                  "clockToleranceInSeconds",
                  "service"));

  private Testee() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 0) {
      System.out.println(bench(Integer.parseInt(args[1])));
      return;
    }
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.print(JSON.writeValueAsString(answer(JSON.readTree(line))) + "\n");
      out.flush();
    }
  }

  private static ObjectNode answer(JsonNode request) {
    ObjectNode answer = JSON.createObjectNode().set("id", request.get("id"));
    String op = request.path("op").asText();
    if (!FIELDS.containsKey(op)) {
      return answer.put("unsupported", "unknown op");
    }
    var unknown = new TreeSet<String>();
    request.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(Set.of("id", "op"));
    unknown.removeAll(FIELDS.get(op));
    if (!unknown.isEmpty()) {
      return answer.put("unsupported", "unknown fields " + unknown);
    }
    try {
      JsonNode ok =
          switch (op) {
            case "describe" -> describe();
            case "generate" -> generate(request);
            case "decode" -> decode(request);
            default -> verify(request);
          };
      return answer.set("ok", ok);
    } catch (Token04Exception e) {
      answer
          .putObject("error")
          .put("code", "ERR_TOKEN04_" + e.code())
          .put("message", e.getMessage());
      return answer;
    } catch (ArithmeticException | IllegalArgumentException e) {
      answer.putObject("error").put("code", "Argument").put("message", "a field has a wrong value");
      return answer;
    }
  }

  private static JsonNode describe() {
    return JSON.valueToTree(
        Map.ofEntries(
            Map.entry("protocol", 1),
            Map.entry("name", "Java port"),
            Map.entry("language", "Java"),
            Map.entry("version", "Java " + Runtime.version() + ", Jackson " + JSON.version()),
            Map.entry("dialect", "java"),
            Map.entry("generate", MODES),
            Map.entry("decode", MODES),
            Map.entry("verify", MODES),
            Map.entry("controls", CONTROLS),
            Map.entry("options", OPTIONS)));
  }

  private static JsonNode generate(JsonNode request) {
    Mode mode = mode(request.path("mode"));
    String secret = request.path("serverSecret").textValue();
    String payload = request.path("payload").textValue();
    long seconds = integer(request.path("effectiveTimeInSeconds"));
    boolean isChosen = CONTROLS.stream().anyMatch(request::has);
    // The size is judged where the token is encoded: a drawn nonce may be longer than a chosen one.
    String drawnPayload = isChosen ? "" : payload;
    long appId = integer(request.path("appId"));
    String userId = request.path("userId").textValue();
    String token = Token04.generate(appId, userId, secret, seconds, drawnPayload, mode);
    if (isChosen) {
      Decoded drawn = Token04.decode(token, secret);
      long ctime = request.path("ctime").asLong(drawn.claims().ctime());
      long nonce = request.path("nonce").asLong(drawn.claims().nonce());
      byte[] iv =
          request.has("iv") ? HexFormat.of().parseHex(request.get("iv").asText()) : drawn.iv();
      Claims claims = new Claims(appId, userId, ctime, ctime + seconds, nonce, payload);
      token = Token04.encodeForVectors(claims, secret, mode, iv);
    }
    return JSON.createObjectNode().put("token", token);
  }

  private static JsonNode decode(JsonNode request) {
    String token = request.path("token").textValue();
    Decoded decoded = Token04.decode(token, request.path("serverSecret").textValue());
    return JSON.createObjectNode()
        .put("mode", decoded.mode().name().toLowerCase())
        .put("iv", HexFormat.of().formatHex(decoded.iv()))
        .put("plaintext", decoded.plaintext())
        .set("claims", JSON.valueToTree(decoded.claims()));
  }

  private static JsonNode verify(JsonNode request) {
    Policy policy = Policy.ANY;
    if (request.has("now")) {
      policy =
          policy.withClock(
              Clock.fixed(Instant.EPOCH.plus(duration(request.get("now"))), ZoneOffset.UTC));
    }
    if (request.has("appId")) {
      policy = policy.withAppId(integer(request.get("appId")));
    }
    if (request.has("userId")) {
      policy = policy.withUserId(request.get("userId").textValue());
    }
    if (request.has("modes")) {
      var modes = StreamSupport.stream(request.get("modes").spliterator(), false);
      policy = policy.withModes(modes.map(Testee::mode).toArray(Mode[]::new));
    }
    if (request.has("clockToleranceInSeconds")) {
      policy = policy.withClockTolerance(duration(request.get("clockToleranceInSeconds")));
    }
    if (request.has("service")) {
      policy = policy.withService(named(Service.values(), request.get("service")));
    }
    String token = request.path("token").textValue();
    var secrets = new ArrayList<String>();
    JsonNode secret = request.path("serverSecret");
    if (secret.isArray() && OPTIONS.contains("serverSecrets")) {
      secret.forEach(element -> secrets.add(element.textValue()));
    } else {
      secrets.add(secret.textValue());
    }
    Claims claims = Token04.verify(token, secrets, policy);
    return JSON.createObjectNode().set("claims", JSON.valueToTree(claims));
  }

  private static Mode mode(JsonNode name) {
    return named(Mode.values(), name);
  }

  private static <E extends Enum<E>> E named(E[] values, JsonNode name) {
    var found = Stream.of(values).filter(it -> it.name().toLowerCase().equals(name.textValue()));
    return found.findAny().orElseThrow(() -> new IllegalArgumentException("an unknown name"));
  }

  private static long integer(JsonNode value) {
    return value.bigIntegerValue().longValueExact();
  }

  private static Duration duration(JsonNode seconds) {
    if (!seconds.isNumber()) {
      throw new IllegalArgumentException("no number of seconds");
    }
    BigDecimal nanos = seconds.decimalValue().movePointRight(9);
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(9));
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
  }

  private static JsonNode bench(int count) {
    String secret = "fa94dd0f974cf2e293728a526b028271";
    String payload = Token04.roomPayload("demo", true, false, null);
    ObjectNode figures = JSON.createObjectNode();
    for (Mode mode : Mode.values()) {
      String name = mode.name().toLowerCase();
      Supplier<String> make = () -> Token04.generate(1, "demo", secret, 3600, payload, mode);
      figures.withObject("/generate").put(name, measure(count, make));
      String token = make.get();
      Policy policy = Policy.ANY.withModes(mode);
      Supplier<Claims> verify = () -> Token04.verify(token, List.of(secret), policy);
      figures.withObject("/verify").put(name, measure(count, verify));
    }
    return figures;
  }

  private static long measure(int count, Supplier<?> run) {
    for (int i = 0; i < count / 10; i++) {
      run.get();
    }
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      run.get();
    }
    return (System.nanoTime() - start) / count;
  }
}
