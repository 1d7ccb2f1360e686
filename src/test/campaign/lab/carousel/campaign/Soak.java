package lab.carousel.campaign;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.training.Pace;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Watchdog;
import lab.carousel.ui.file.AnsweringDialogs;
import lab.carousel.ui.theme.Theme;
import lab.carousel.ui.window.LanguageSwitch;
import lab.carousel.ui.workspace.Workspace;

/** The real window while 64 units train, and a user at random: keys, clicks, drags and the wheel. */
final class Soak {

    private static final int MOST_MILLIS_STILL = 250;
    private static final int UNITS = 64;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final KeyCode[] KEYS = {
        KeyCode.TAB,
        KeyCode.TAB,
        KeyCode.ENTER,
        KeyCode.ESCAPE,
        KeyCode.SPACE,
        KeyCode.UP,
        KeyCode.DOWN,
        KeyCode.LEFT,
        KeyCode.RIGHT,
        KeyCode.HOME,
        KeyCode.END,
        KeyCode.PAGE_DOWN,
        KeyCode.BACK_SPACE,
        KeyCode.DELETE,
        KeyCode.DIGIT0,
        KeyCode.DIGIT1,
        KeyCode.DIGIT7,
        KeyCode.A,
        KeyCode.Z,
        KeyCode.X,
        KeyCode.PERIOD,
        KeyCode.MINUS,
        KeyCode.F1,
        KeyCode.F5
    };
    private static final KeyCode[] WITH_CONTROL = {
        KeyCode.Z,
        KeyCode.Y,
        KeyCode.S,
        KeyCode.O,
        KeyCode.N,
        KeyCode.A,
        KeyCode.C,
        KeyCode.V,
        KeyCode.F,
        KeyCode.DIGIT1
    };

    private final SplittableRandom random;
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    final List<Watchdog.Freeze> freezes = new CopyOnWriteArrayList<>();
    final List<String> falls = new CopyOnWriteArrayList<>();
    final List<Long> heaps = new ArrayList<>();
    final List<Integer> threads = new ArrayList<>();
    volatile boolean isCollecting;
    long actions;
    long updates;

    private Workspace workspace;
    private LanguageSwitch windows;
    private Robot robot;
    private Stage stage;

    Soak(SplittableRandom random) {
        this.random = random;
    }

    void run(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                begin();
                started.complete(null);
            } catch (RuntimeException | Error fallen) {
                started.completeExceptionally(fallen);
            }
        });
        started.get(2, TimeUnit.MINUTES);
        long end = System.nanoTime() + nanos;
        long nextLook = System.nanoTime();
        while (System.nanoTime() - end < 0) {
            if (System.nanoTime() - nextLook >= 0) {
                look();
                nextLook = System.nanoTime() + Math.min(TimeUnit.MINUTES.toNanos(1), nanos / 5);
            }
            onScreen(this::act);
            actions++;
            Thread.sleep(25);
        }
        look();
        updates = workspace.updates();
        onScreen(() -> {
            workspace.close();
            windows.window().close();
            stage.close();
        });
    }

    private void begin() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> falls.add(words(error)));
        Theme.loadFonts();
        Theme.LIGHT.apply();
        Background background = new Background();
        Experiment reference = Experiment.reference();
        Experiment wide = reference.with(
                reference.hyperparameters().withHiddenUnits(UNITS).withEpochs(1_000_000));
        workspace = new Workspace(background, name -> new KernelEngine(), new AnsweringDialogs(), wide);
        workspace.lab().setPace(Pace.FIRST);
        windows = new LanguageSwitch(workspace, built -> {}, language -> {});
        stage = new Stage();
        stage.setScene(new Scene(windows.window(), WIDTH, HEIGHT));
        stage.show();
        robot = new Robot();
        background.watch(Thread.currentThread(), MOST_MILLIS_STILL, freeze -> {
            if (!isCollecting) {
                freezes.add(freeze);
            }
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                workspace.pulse();
                windows.window().pulse();
            }
        }.start();
        workspace.lab().play();
    }

    private static String words(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error + (trace.length > 0 ? " at " + trace[0] : "");
    }

    private void onScreen(Runnable work) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error fallen) {
                falls.add(words(fallen));
            }
            done.complete(null);
        });
        done.get(2, TimeUnit.MINUTES);
    }

    private void look() throws InterruptedException {
        isCollecting = true;
        System.gc();
        Thread.sleep(300);
        heaps.add(memory.getHeapMemoryUsage().getUsed() / 1_000_000);
        threads.add(Thread.activeCount());
        isCollecting = false;
    }

    private void act() {
        if (random.nextInt(60) == 0 && !workspace.isTraining()) {
            workspace.lab().play();
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> key(KEYS[random.nextInt(KEYS.length)]);
            case 2 -> {
                robot.keyPress(KeyCode.CONTROL);
                key(WITH_CONTROL[random.nextInt(WITH_CONTROL.length)]);
                robot.keyRelease(KeyCode.CONTROL);
            }
            case 3 -> {
                move();
                robot.mouseWheel(random.nextInt(-5, 6));
            }
            case 4 -> {
                move();
                robot.mousePress(MouseButton.PRIMARY);
                move();
                robot.mouseRelease(MouseButton.PRIMARY);
            }
            default -> {
                move();
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseRelease(MouseButton.PRIMARY);
            }
        }
    }

    private void key(KeyCode key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private void move() {
        robot.mouseMove(stage.getX() + random.nextInt(WIDTH), stage.getY() + random.nextInt(HEIGHT));
    }
}
