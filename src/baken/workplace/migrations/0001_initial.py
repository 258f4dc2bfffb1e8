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
            name='Seen',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.AUTH_USER_MODEL, verbose_name='gebruiker')),
                ('append', models.BigIntegerField(default=0, verbose_name='registratie')),
                ('at', models.DateTimeField(default=baken.foundation.clock.now, verbose_name='wanneer')),
            ],
            options={
                'verbose_name': 'gezien',
                'verbose_name_plural': 'gezien',
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('dossier', models.BigIntegerField(db_index=True, verbose_name='dossier')),
                ('case_kind', models.CharField(blank=True, default='', max_length=40, verbose_name='soort zaak')),
                ('case', models.BigIntegerField(blank=True, null=True, verbose_name='zaak')),
                ('term', models.CharField(max_length=40, verbose_name='termijn')),
                ('due', models.DateField(blank=True, null=True, verbose_name='uiterlijk op')),
            ],
            options={
                'verbose_name': 'taak',
                'verbose_name_plural': 'taken',
                'default_permissions': (),
                'indexes': [models.Index(fields=['due', 'dossier'], name='task_due')],
            },
        ),
        migrations.CreateModel(
            name='SavedFilter',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('page', models.CharField(max_length=40, verbose_name='bladzijde')),
                ('name', models.CharField(max_length=60, verbose_name='naam')),
                ('query', models.CharField(max_length=500, verbose_name='filter')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gebruiker')),
            ],
            options={
                'verbose_name': 'bewaarde filter',
                'verbose_name_plural': 'bewaarde filters',
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('user', 'page', 'name'), name='filter_once')],
            },
        ),
    ]
