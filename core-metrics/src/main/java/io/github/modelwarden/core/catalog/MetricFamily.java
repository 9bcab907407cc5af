package io.github.modelwarden.core.catalog;

/** The families of the metric taxonomy: what question a metric answers. */
public enum MetricFamily {
    /** Is the service answering, how fast, how often wrongly? */
    SERVICE("Service"),
    /** Does the data look like the data the model was trained on? */
    DATA("Data and drift"),
    /** Are the predictions right? */
    QUALITY("Model quality"),
    /** Which model is this? */
    MODEL("Model");

    private final String title;

    MetricFamily(String title) {
        this.title = title;
    }

    /** {@return the heading for people} */
    public String title() {
        return title;
    }
}
