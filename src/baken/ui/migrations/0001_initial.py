import baken.foundation.clock
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Worker',
            fields=[
                ('name', models.CharField(max_length=120, primary_key=True, serialize=False, verbose_name='naam')),
                ('started_at', models.DateTimeField(verbose_name='begonnen op')),
                ('seen_at', models.DateTimeField(verbose_name='laatst gezien op')),
            ],
            options={
                'verbose_name': 'werker',
                'verbose_name_plural': 'werkers',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Answered',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False, verbose_name='sleutel')),
                ('asked', models.CharField(max_length=64, verbose_name='vingerafdruk van de vraag')),
                ('answer', models.TextField(blank=True, default='', verbose_name='antwoord')),
                ('at', models.DateTimeField(db_index=True, default=baken.foundation.clock.now, verbose_name='wanneer')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='accounts.post', verbose_name='functie')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gebruiker')),
            ],
            options={
                'verbose_name': 'beantwoorde vraag',
                'verbose_name_plural': 'beantwoorde vragen',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('name', models.CharField(max_length=200, verbose_name='taak')),
                ('arguments', models.JSONField(default=dict, verbose_name='gegevens')),
                ('key', models.CharField(blank=True, max_length=200, null=True, unique=True, verbose_name='sleutel')),
                ('priority', models.SmallIntegerField(default=0, verbose_name='voorrang')),
                ('created_at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='gevraagd op')),
                ('run_after', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='niet voor')),
                ('state', models.CharField(choices=[('waiting', 'wacht'), ('running', 'loopt'), ('stopping', 'wordt gestopt'), ('done', 'klaar'), ('failed', 'mislukt'), ('cancelled', 'geannuleerd')], default='waiting', max_length=10, verbose_name='toestand')),
                ('attempts', models.PositiveIntegerField(default=0, verbose_name='pogingen')),
                ('tries_left', models.PositiveIntegerField(verbose_name='resterende pogingen')),
                ('worker', models.CharField(blank=True, default='', max_length=120, verbose_name='werker')),
                ('lease_until', models.DateTimeField(blank=True, null=True, verbose_name='vastgehouden tot')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='geëindigd op')),
                ('error', models.CharField(blank=True, default='', max_length=1000, verbose_name='laatste fout')),
            ],
            options={
                'verbose_name': 'achtergrondtaak',
                'verbose_name_plural': 'achtergrondtaken',
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('state', 'waiting')), fields=['-priority', 'run_after', 'id'], name='job_waiting'), models.Index(fields=['state', '-id'], name='job_state')],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('number', models.PositiveIntegerField(verbose_name='poging')),
                ('worker', models.CharField(max_length=120, verbose_name='werker')),
                ('started_at', models.DateTimeField(verbose_name='begonnen op')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='geëindigd op')),
                ('outcome', models.CharField(choices=[('running', 'loopt'), ('done', 'geslaagd'), ('failed', 'mislukt'), ('lost', 'werker weggevallen'), ('released', 'teruggegeven'), ('stopped', 'gestopt')], default='running', max_length=10, verbose_name='afloop')),
                ('error', models.CharField(blank=True, default='', max_length=1000, verbose_name='fout')),
                ('place', models.CharField(blank=True, default='', max_length=300, verbose_name='plaats in de code')),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='history', to='ui.job', verbose_name='taak')),
            ],
            options={
                'verbose_name': 'poging',
                'verbose_name_plural': 'pogingen',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('job', 'number'), name='attempt_once')],
            },
        ),
    ]
