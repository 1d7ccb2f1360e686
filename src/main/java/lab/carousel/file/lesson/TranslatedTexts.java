package lab.carousel.file.lesson;

import java.util.Optional;

record TranslatedTexts(Optional<String> text, Optional<String> ofPage) {}
