package lab.carousel.ui.sound;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Where samples are heard. */
interface SoundCard extends AutoCloseable {

    /** Samples in a second. */
    int RATE = 22_050;

    /** Plays 16-bit samples, the lower byte first; waits until there is room for them. */
    void play(byte[] samples);

    @Override
    void close();

    /**
     * The loudspeakers of this computer.
     *
     * @throws LineUnavailableException if it has none, or another program keeps them
     */
    static SoundCard open() throws LineUnavailableException {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        SourceDataLine line;
        try {
            line = AudioSystem.getSourceDataLine(format);
            // A tenth of a second: what is heard is what is seen
            line.open(format, RATE / 5);
        } catch (IllegalArgumentException none) {
            LineUnavailableException problem = new LineUnavailableException(none.getMessage());
            problem.initCause(none);
            throw problem;
        }
        line.start();
        return new SoundCard() {
            @Override
            public void play(byte[] samples) {
                line.write(samples, 0, samples.length);
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }
}
