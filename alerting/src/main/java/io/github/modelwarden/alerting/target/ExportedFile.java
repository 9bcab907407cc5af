package io.github.modelwarden.alerting.target;

/**
 * A file that an exporter wrote.
 *
 * @param name its name, without a folder
 * @param text its text
 */
public record ExportedFile(String name, String text) {}
