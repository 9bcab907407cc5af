package io.github.modelwarden.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorTest {

    private final RunningService service = RunningService.shared();

    private Answer act(String path, String authorization) {
        return service.send(
                service.request(path).header("Authorization", authorization).POST(BodyPublishers.noBody()));
    }

    private Answer act(String path) throws IOException {
        return service.act(path);
    }

    private Path tokenFile() {
        return service.state().resolve("operator.token");
    }

    @Test
    void keepsTheTokenWhereOnlyItsOwnerCanReadIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokenFile())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(tokenFile()).strip()).hasSizeGreaterThanOrEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/retraining/runs",
                "/api/retraining/runs/1/approve",
                "/api/retraining/runs/1/cancel",
                "/api/model/rollback"
            })
    void refusesAnActionWithoutTheToken(String path) throws IOException {
        String token = Files.readString(tokenFile()).strip();

        service.send(service.request(path).POST(BodyPublishers.noBody())).problem(401);
        for (String wrong :
                new String[] {"Bearer wrong", "Bearer ", "Bearer", "Basic " + token, token, "Bearer " + token + "x"}) {
            assertThat(act(path, wrong).problem(401).toString()).doesNotContain(token);
        }
    }

    @Test
    void refusesARollbackWithoutAnEarlierVersion() throws IOException {
        act("/api/model/rollback").problem(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "cancel"})
    void refusesAnActionOnAnUnknownRun(String action) throws IOException {
        act("/api/retraining/runs/no-such-run/" + action).problem(404);
    }

    @Test
    void saysWhyARunIsHeldBack() throws IOException {
        assertThat(act("/api/retraining/runs").problem(409).path("detail").asString())
                .contains("held back");
    }
}
