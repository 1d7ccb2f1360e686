/** Drawings that fit any room: matrices and lines over steps, for the places of the microscope and for exports. */
package lab.carousel.picture.drawing;
