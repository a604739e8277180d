package io.cryptolambda.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium without a screen. It talks to loopback only: everything it does of its own accord is off. */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final int NARROW = 600;
    private static final Duration SCRIPT = Duration.ofMinutes(1);
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final String COUNT_COLOURS =
            """
            const colours = new Set();
            for (const canvas of document.querySelectorAll('canvas')) {
              if (canvas.width === 0 || canvas.height === 0) continue;
              const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              for (let i = 0; i < data.length; i += 4) {
                if (data[i + 3] === 255) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
              }
            }
            return colours.size;
            """;

    // Held, as loggers are forgotten otherwise. Selenium warns that it lacks this Chromium's DevTools; none are used.
    private static final Logger SELENIUM_LOG = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    Browser() {
        SELENIUM_LOG.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .build();
        this.driver = new ChromeDriver(service, options);
    }

    /** Traces all it does from now on. */
    ChromeTrace trace() {
        Map<?, ?> chrome = (Map<?, ?>) driver.getCapabilities().getCapability("goog:chromeOptions");
        return new ChromeTrace((String) chrome.get("debuggerAddress"));
    }

    /** Makes the page as wide and high as a screen, in pixels, of a system that prefers light or dark. */
    void screen(int width, int height, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < NARROW));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Skips the test where there is no Chromium; under CI it is required. */
    static void requireInstalled() {
        boolean installed = CHROMIUM.canExecute() && DRIVER.canExecute();
        if (!installed && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("CI must have Chromium: apt-get install chromium chromium-driver");
        }
        assumeTrue(installed, "skipped: Chromium is not installed (apt-get install chromium chromium-driver)");
    }

    void open(String url) {
        driver.get(url);
    }

    /** The text of an element, also where it is only spoken; empty if there is none. */
    String textOf(String css) {
        return (String) run("return document.querySelector(arguments[0])?.textContent ?? ''", css);
    }

    /** Whether an element is there and in sight. */
    boolean shows(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    long count(String css) {
        return (Long) run("return document.querySelectorAll(arguments[0]).length", css);
    }

    void click(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    void type(String css, String text) {
        driver.findElement(By.cssSelector(css)).sendKeys(text);
    }

    void focus(String css) {
        run("document.querySelector(arguments[0]).focus()", css);
    }

    /** Presses keys one after the other, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses a key with Shift. */
    void pressWithShift(Keys key) {
        new Actions(driver).keyDown(Keys.SHIFT).sendKeys(key).keyUp(Keys.SHIFT).perform();
    }

    /** Runs a function's body in the page. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The same of one whose last argument is called with the result. */
    Object runUntilCalledBack(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(SCRIPT);
        return driver.executeAsyncScript(script, arguments);
    }

    String query() {
        return (String) run("return location.search");
    }

    /** What a reader sees. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Number of opaque colours painted on the page's canvases. */
    long coloursOnCanvas() {
        return (Long) driver.executeScript(COUNT_COLOURS);
    }

    /** Errors on the browser's console, failed requests among them, since the last call. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    void screenshot(Path file) {
        try {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
