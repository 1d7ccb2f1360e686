/** Our own engine: forward, backward and update on plain arrays, without an allocation per update. */
package lab.carousel.engine.kernel;
