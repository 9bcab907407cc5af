package io.github.modelwarden.service.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object in field order. Undefined numbers become null, never NaN. Not thread-safe. */
public final class Fields {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Fields() {}

    /** {@return an empty object} */
    public static Fields create() {
        return new Fields();
    }

    /**
     * Adds a field.
     *
     * @param name its name
     * @param value its value; null stays null, a number that is not finite becomes null
     * @return this
     */
    public Fields put(String name, @Nullable Object value) {
        values.put(name, value instanceof Double number && !Double.isFinite(number) ? null : value);
        return this;
    }

    /**
     * Adds a number that may be undefined.
     *
     * @param name its name
     * @param value its value; empty becomes null
     * @return this
     */
    public Fields put(String name, OptionalDouble value) {
        return put(name, value.isPresent() ? (Object) value.getAsDouble() : null);
    }

    /** {@return the object} */
    public Map<String, @Nullable Object> build() {
        return values;
    }
}
