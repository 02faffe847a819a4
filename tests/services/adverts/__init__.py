"""Tests of the advert reader."""
