/** Networks as ONNX. */
@NullMarked
package lab.carousel.file.model.onnx;

import org.jspecify.annotations.NullMarked;
