package lab.carousel.cli;

import java.util.Optional;
import lab.carousel.text.Message;
import picocli.CommandLine.IVersionProvider;

/** The program's version, from the manifest of its jar. */
final class CarouselVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(CarouselVersion.class.getPackage().getImplementationVersion())
                .orElseGet(() -> Message.text("cli.version.unpacked"));
        return new String[] {Message.text("cli.version", version)};
    }
}
