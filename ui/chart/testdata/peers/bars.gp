# The picture of performance.md by gnuplot: 48 grouped bars with labels, and four step lines. Called as
# gnuplot -c bars.gp FILE.png
set terminal pngcairo size 1600,900 font "Noto Sans,12" noenhanced
set output ARG1
height(i) = 60 + ((i * 7919 + 104729) % 600)
place(i) = 20 + (i / 4) * 123 + (i % 4) * 26
set title "Prisoners and bodies, by round"
set xrange [0:1480]
set yrange [0:730]
set style fill solid noborder
set boxwidth 24
set grid ytics
unset key
set xtics ()
do for [g=0:11] { set xtics add (sprintf("Round %d", g + 1) 20 + g * 123 + 50) }
array C[4] = [0x0b6e75, 0xc85a19, 0x6b4fa0, 0x50742b]
set samples 48
plot for [p=0:3] '+' using (place(int($0) * 4 + p)):($0 < 12 ? height(int($0) * 4 + p) : NaN) every ::0::11 with boxes lc rgb C[p + 1], \
     for [p=0:3] '+' using (place(int($0) * 4 + p)):($0 < 12 ? height(int($0) * 4 + p) + 12 : NaN):(sprintf("%d", height(int($0) * 4 + p))) every ::0::11 with labels, \
     for [p=0:3] '+' using ($0 * 59):(height(int($0) + p * 31)) every ::0::24 with steps lc rgb C[p + 1] lw 2
