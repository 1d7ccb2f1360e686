package lab.carousel.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.ui.state.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ShotsTest extends MainWindowFixture {
    @Start
    void start(Stage stage) {
        engine = new KernelEngine();
        show(stage);
    }

    @Test
    void shots(FxRobot robot) throws Exception {
        String name = System.getProperty("shots.name");
        robot.interact(() -> window.open(Path.of(System.getProperty("shots.file"))));
        Thread.sleep(1500);
        robot.clickOn("#play");
        long end = System.currentTimeMillis() + 1000L * Integer.getInteger("shots.seconds", 15);
        while (window.state() != lab.carousel.training.RunState.FINISHED && System.currentTimeMillis() < end) Thread.sleep(200);
        if (window.state() != lab.carousel.training.RunState.FINISHED) robot.clickOn("#play");
        if (Boolean.getBoolean("shots.dark")) setSelected(robot, "view-dark", true);
        for (String place : System.getProperty("shots.places", "cell,unit,update,weights,predictions,fork,transplant,lesion,saliency,freeRun,resetSwitch,compare").split(",")) {
            showPlace(robot, place);
            Thread.sleep(1500);
            WritableImage[] image = new WritableImage[1];
            robot.interact(() -> image[0] = window.getScene().snapshot(null));
            int w = (int) image[0].getWidth(), h = (int) image[0].getHeight();
            int[] px = new int[w * h];
            image[0].getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), px, 0, w);
            var out = new java.awt.image.BufferedImage(w, h, java.awt.image.BufferedImage.TYPE_INT_RGB);
            out.setRGB(0, 0, w, h, px, 0, w);
            javax.imageio.ImageIO.write(out, "png", new File("/tmp/shots/" + name + "-" + place + ".png"));
        }
    }
}
