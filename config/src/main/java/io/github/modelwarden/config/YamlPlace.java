package io.github.modelwarden.config;

/** Where a value stands: source, line and column from 1, and the path of keys that leads to it. */
record YamlPlace(String source, int line, int column, String path) {}
