package io.github.modelwarden.architecture;

import static io.github.modelwarden.architecture.Part.application;
import static io.github.modelwarden.architecture.Part.integration;
import static io.github.modelwarden.architecture.Part.library;

import java.util.List;

/**
 * The arrows of the project: every part, the parts it may use, and the foreign packages it may use. A new module, a new
 * arrow or a new dependency of a library starts with a line here.
 */
final class Arrows {

    /** The package that every class of the project lives under. */
    static final String BASE = "io.github.modelwarden";

    /** What every library may use: the heart of the JDK and the nullness annotations. */
    static final List<String> EVERYONE = List.of(
            "java.lang..",
            "java.util..",
            "java.io..",
            "java.nio..",
            "java.math..",
            "java.text..",
            "java.time..",
            "java.security..",
            "org.jspecify.annotations..");

    private static final String[] LIBRARIES = {
        "core", "drift", "config", "tabular", "alerting", "dashboards", "retraining", "micrometer", "spring"
    };

    static final List<Part> PARTS = List.of(
            library("core").with("com.datadoghq.sketch..", "com.dynatrace.hash4j.."),
            library("config", "core").with("org.yaml.snakeyaml.."),
            library("drift", "core").with("org.apache.commons.statistics..", "org.apache.commons.math3.."),
            library("tabular", "core").with("ch.randelshofer..", "java.sql.."),
            library("alerting", "core", "config").with("java.net..", "javax.crypto.."),
            library("dashboards", "alerting", "core"),
            library("retraining", "core", "config")
                    .with("java.net..", "java.sql..", "javax.sql..")
                    .with("org.tribuo..", "com.oracle.labs.mlrg.olcut..", "com.google.protobuf.."),
            integration("micrometer", "core", "drift").with("io.micrometer.."),
            integration("spring", "micrometer", "drift", "alerting", "core")
                    .with("org.springframework..", "io.micrometer.."),
            integration("spark", "core", "drift").with("org.apache.spark..", "scala.."),
            application("service", LIBRARIES),
            application("cli", LIBRARIES),
            application("conformance", LIBRARIES),
            application("exercises", LIBRARIES),
            application("benchmarks", LIBRARIES));

    private Arrows() {}
}
