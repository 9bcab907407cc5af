package io.github.modelwarden.service.story;

import io.github.modelwarden.service.story.StoryRun.Step;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live page in a browser, and what it showed. */
final class LivePage {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Widths in pixels at which nothing may stick out of the page. */
    private static final int[] WIDTHS = {390, 1440};

    private final ChromeDriver driver;
    private final Set<Step> seen = EnumSet.noneOf(Step.class);
    private final List<String> overflows = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Set<String> hosts = new TreeSet<>();
    private int histogramBars;

    private LivePage(ChromeDriver driver) {
        this.driver = driver;
    }

    static LivePage open(Chromium chromium, URI base) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,1200");
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.get(base + "/");
        return new LivePage(driver);
    }

    /** Notes what the page shows now; the first sight of drift with a firing alert is examined closely. */
    void look() {
        try {
            String age = attribute("feature-row-customer_age", "data-verdict");
            note(Step.STABLE, age.equals("stable"));
            note(Step.DRIFTED, seen.contains(Step.STABLE) && age.equals("drifted"));
            String alert = attribute("alert-feature_drift_customer_age-critical", "data-state");
            if (!seen.contains(Step.ALERT_FIRING) && age.equals("drifted") && alert.equals("firing")) {
                seen.add(Step.ALERT_FIRING);
                examine("drift");
                openHistogram();
            }
            List<String> runs = driver.findElements(By.cssSelector("#runs > [data-state]")).stream()
                    .map(run -> String.valueOf(run.getAttribute("data-state")))
                    .toList();
            note(Step.RETRAINING, !runs.isEmpty());
            note(Step.PROMOTED, runs.contains("promoted"));
            note(Step.NEW_MODEL, text("model-version").equals("2"));
            boolean calm = age.equals("stable") && !alert.equals("firing");
            note(Step.RECOVERED, seen.contains(Step.NEW_MODEL) && calm && f1() > 0.7);
        } catch (StaleElementReferenceException e) {
            // the page redrew itself while it was read; the next look sees it
        }
        collect();
    }

    private double f1() {
        String text = text("f1-value");
        return text.matches("[0-9.]+") ? Double.parseDouble(text) : 0;
    }

    private void note(Step step, boolean now) {
        if (now) {
            seen.add(step);
        }
    }

    void lastLook() {
        examine("recovered");
        collect();
    }

    private void openHistogram() {
        driver.findElement(By.cssSelector("[data-testid=feature-row-customer_age] button"))
                .click();
        histogramBars = driver.findElements(By.cssSelector("[data-testid=histogram] li"))
                .size();
        screenshot("histogram-1440");
    }

    private void examine(String name) {
        for (int width : WIDTHS) {
            driver.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 1200, "deviceScaleFactor", 1, "mobile", false));
            Object wide = ((JavascriptExecutor) driver)
                    .executeScript(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (!(wide instanceof Number number) || number.intValue() > 0) {
                overflows.add(name + " at " + width + " px: " + wide + " px too wide");
            }
            screenshot(name + "-" + width);
        }
    }

    private void screenshot(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            File shot = driver.getScreenshotAs(OutputType.FILE);
            Files.copy(
                    shot.toPath(),
                    SCREENSHOTS.resolve(name + ".png"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void collect() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                errors.add(entry.getLevel() + " " + entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = MAPPER.readTree(entry.getMessage()).path("message");
            if (message.path("method").asString().equals("Network.requestWillBeSent")) {
                URI uri = URI.create(
                        message.path("params").path("request").path("url").asString());
                hosts.add(uri.getScheme() + "://" + uri.getAuthority());
            }
        }
    }

    private String attribute(String testId, String name) {
        return find(testId).map(element -> element.getAttribute(name)).orElse("");
    }

    private String text(String testId) {
        return find(testId).map(WebElement::getText).orElse("");
    }

    private java.util.Optional<WebElement> find(String testId) {
        return driver.findElements(By.cssSelector("[data-testid=" + testId + "]")).stream()
                .findFirst();
    }

    boolean saw(Step step) {
        return seen.contains(step);
    }

    Set<Step> seen() {
        return seen;
    }

    /** Where the page was wider than the window. */
    List<String> overflows() {
        return overflows;
    }

    /** Warnings and errors of the browser's console. */
    List<String> errors() {
        return errors;
    }

    /** Scheme, host and port of everything that was requested. */
    Set<String> hosts() {
        return hosts;
    }

    /** Bars of the histogram that a click on the feature opened. */
    int histogramBars() {
        return histogramBars;
    }

    void close() {
        driver.quit();
    }
}
