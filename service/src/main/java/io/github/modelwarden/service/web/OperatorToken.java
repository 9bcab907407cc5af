package io.github.modelwarden.service.web;

import io.github.modelwarden.service.settings.ServiceSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The secret that operator actions need. Without a configured one it is made at the first start and kept in the state
 * folder as {@code operator.token}, readable by its owner alone. It appears in no log and no error.
 */
@Component
public final class OperatorToken {

    private static final String PREFIX = "Bearer ";

    private final byte[] expected;

    OperatorToken(ServiceSettings settings) {
        String configured = settings.operatorToken();
        String token = configured == null || configured.isBlank() ? kept(settings.state()) : configured;
        this.expected = token.getBytes(StandardCharsets.UTF_8);
    }

    private static String kept(Path state) {
        Path file = state.resolve("operator.token");
        try {
            if (Files.exists(file)) {
                String token = Files.readString(file).strip();
                if (!token.isEmpty()) {
                    return token;
                }
                // a crash between creating and writing it; an empty token would let everyone in
                Files.delete(file);
            }
            Files.createDirectories(state);
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String token = HexFormat.of().formatHex(random);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, token + "\n");
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the operator token could not be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Checks that a request carries the token.
     *
     * @param request the request
     * @throws Invalid with status 401 if it does not
     */
    public void require(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        byte[] given = header == null || !header.startsWith(PREFIX)
                ? new byte[0]
                : header.substring(PREFIX.length()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            throw new Invalid(
                    401,
                    "Token needed",
                    "this action needs the header Authorization: Bearer TOKEN; the token is in the file operator.token"
                            + " in the state folder, or what modelwarden.operator-token says",
                    List.of());
        }
    }
}
