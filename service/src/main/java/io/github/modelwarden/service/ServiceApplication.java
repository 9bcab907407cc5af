package io.github.modelwarden.service;

import io.github.modelwarden.service.launch.Launcher;
import io.github.modelwarden.service.settings.ServiceSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The service's Spring Boot application. */
@SpringBootApplication
@EnableConfigurationProperties(ServiceSettings.class)
public class ServiceApplication {

    /**
     * Starts from the command line.
     *
     * @param args {@code demo} or {@code serve} with their options
     */
    public static void main(String[] args) {
        Launcher.run(ServiceApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
