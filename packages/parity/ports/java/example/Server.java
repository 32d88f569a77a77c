package example;

import java.security.Principal;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import token04.Token04;
import token04.Token04.Mode;
import token04.Token04.Token04Exception;

/** {@code GET /token?room=…} gives the user who is logged in a token for one room. */
@SpringBootApplication
@RestController
public class Server {
  private final long appId;
  private final String serverSecret;

  Server(@Value("${ZEGO_APP_ID}") long appId, @Value("${ZEGO_SERVER_SECRET}") String serverSecret) {
    this.appId = appId;
    this.serverSecret = serverSecret;
  }

  public static void main(String[] args) {
    SpringApplication.run(Server.class, args);
  }

  /** Put the login of your app here. */
  @Bean
  static SecurityFilterChain login(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(Customizer.withDefaults())
        .build();
  }

  @GetMapping("/token")
  Map<String, String> token(Principal user, @RequestParam String room) {
    try {
      // Here your app decides whether this user may enter this room.
      String payload = Token04.roomPayload(room, true, false, null);
      String userId = user.getName();
      return Map.of(
          "token", Token04.generate(appId, userId, serverSecret, 3600, payload, Mode.GCM));
    } catch (Token04Exception e) {
      // It holds no secret, so it may be logged.
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    var environment = event.getApplicationContext().getEnvironment();
    System.out.println(
        "listening on http://127.0.0.1:" + environment.getProperty("local.server.port"));
  }
}
