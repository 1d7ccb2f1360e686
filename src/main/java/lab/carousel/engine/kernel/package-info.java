/** Our own engine: forward, backward and update fused on flat arrays, without an allocation per update. */
package lab.carousel.engine.kernel;
