package lab.carousel.cli;

import java.util.Optional;
import lab.carousel.text.Message;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the manifest of its jar tells it. */
final class CarouselVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(CarouselVersion.class.getPackage().getImplementationVersion())
                .orElseGet(() -> Message.text("cli.version.unpacked"));
        return new String[] {Message.text("cli.version", version)};
    }
}
