def measure_noise(text, blocks): return 0.0
