package lab.carousel.drawing.export;

import java.io.IOException;

@FunctionalInterface
public interface PictureEncoder {

    byte[] bytes(Picture picture, PictureFormat format) throws IOException;
}
