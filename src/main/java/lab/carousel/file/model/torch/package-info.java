/** Networks as the arrays that PyTorch keeps of them. */
@NullMarked
package lab.carousel.file.model.torch;

import org.jspecify.annotations.NullMarked;
