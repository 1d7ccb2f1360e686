/** Which steps only something earlier tells, and which symbol does: from the task alone, without any network. */
package lab.carousel.model.telling;
