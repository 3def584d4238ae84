using Pulumi.Serialization;
using Wire;

namespace Pulumi;

public sealed partial class Deployment
{
    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        Tasks.Add(RegisterAsync());

        async Task RegisterAsync()
        {
            var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            var values = await outputs.GetValueAsync(whenUnknown: NoOutputs).ConfigureAwait(false);
            await monitor.RegisterResourceOutputsAsync(new()
            {
                Urn = urn,
                Outputs = PropertyEncoding.Encode(await new Serializer().SerializeMapAsync(values).ConfigureAwait(false)),
            }).ConfigureAwait(false);
        }
    }
}
